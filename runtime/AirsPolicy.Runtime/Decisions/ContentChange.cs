using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Runtime.Decisions;

/// <summary>
/// How the content changes, joined from all content effects so that the order of controls never matters. Applied in this order:
/// replace (which absorbs the rest but labels), or else redactions, drops, the shortest cut, and then the appended texts.
/// </summary>
/// <param name="Replacement">The text that takes the place of the content, or null; of several the ordinally least.</param>
/// <param name="Redactions">Disjoint spans a text, rising by path and start; overlaps are united and take the strictest method.</param>
/// <param name="Drops">The items taken out, one entry a list, ordered by path.</param>
/// <param name="CutToCharacters">The least limit in Unicode scalars, or null.</param>
/// <param name="CutToBytes">The least limit in UTF-8 bytes, or null.</param>
/// <param name="Appended">Texts added behind the content, each once, ordered by control and text.</param>
/// <param name="Labels">Labels that the content carries on, each once, ordered.</param>
public sealed record ContentChange(
    string? Replacement,
    ValueList<Redaction> Redactions,
    ValueList<DropEffect> Drops,
    long? CutToCharacters,
    long? CutToBytes,
    ValueList<string> Appended,
    ValueList<string> Labels)
{
    /// <summary>Nothing changes.</summary>
    public static readonly ContentChange None = new(null, [], [], null, null, [], []);
}

/// <summary>A hidden part of a text.</summary>
/// <param name="Path">The text, as a JSON pointer into the facts (<c>/output/text</c>).</param>
/// <param name="Start">Where it begins, in UTF-16 units of the original.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Method">The strictest method asked for.</param>
/// <param name="Kind">What was found; of several the ordinally least.</param>
public sealed record Redaction(string Path, int Start, int End, RedactionMethod Method, string Kind);
