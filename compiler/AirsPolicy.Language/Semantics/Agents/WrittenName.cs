using System.Collections.Immutable;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Semantics.Agents;

/// <summary>A name that a clause grants, and where it stands.</summary>
internal readonly record struct WrittenName(string Name, SourceText Source, TextSpan Span);

/// <summary>What an agent or a workflow is written to hold.</summary>
internal sealed record WrittenGrants(
    ImmutableArray<WrittenName> Tools,
    ImmutableArray<WrittenName> Never,
    ImmutableArray<WrittenName> Reads,
    ImmutableArray<WrittenName> Writes)
{
    public static WrittenGrants Nothing { get; } = new([], [], [], []);
}
