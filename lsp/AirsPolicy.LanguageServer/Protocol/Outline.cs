using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace AirsPolicy.LanguageServer.Protocol;

internal sealed record DocumentSymbol(
    string Name,
    string? Detail,
    OutlineKind Kind,
    Range Range,
    Range SelectionRange,
    ImmutableArray<DocumentSymbol> Children);

internal sealed record WorkspaceSymbolParams([property: JsonRequired] string Query);

internal sealed record WorkspaceSymbol(string Name, OutlineKind Kind, Location Location, string? ContainerName);

/// <summary>Whole lines, the first of which stays when the rest is folded.</summary>
internal sealed record FoldingRange(int StartLine, int EndLine, string? Kind);

/// <summary>The kinds that an outline shows (LSP 3.17, Symbol Kind).</summary>
internal enum OutlineKind
{
    Module = 2,
    Class = 5,
    Method = 6,
    Property = 7,
    Enum = 10,
    Function = 12,
    Variable = 13,
    Constant = 14,
    Array = 18,
    EnumMember = 22,
    Struct = 23,
    Event = 24,
}
