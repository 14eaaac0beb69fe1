using System.Collections.Immutable;
using AirsPolicy.Text;

namespace AirsPolicy.Cli.Filtering;

/// <summary>A field as it is written.</summary>
/// <param name="Members">The names behind it: words, or texts in brackets.</param>
internal sealed record FieldSyntax(FilterToken Name, ImmutableArray<FilterToken> Members)
{
    public TextSpan Span => new(Name.Span.Start, Members is [.., var last] ? last.Span.End : Name.Span.End);
}
