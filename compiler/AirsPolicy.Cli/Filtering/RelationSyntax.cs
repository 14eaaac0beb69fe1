using AirsPolicy.Text;

namespace AirsPolicy.Cli.Filtering;

/// <summary>An operator as it is written.</summary>
internal sealed record RelationSyntax(TextSpan Span, FilterRelation Relation);
