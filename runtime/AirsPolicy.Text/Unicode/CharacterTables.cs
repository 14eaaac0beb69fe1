using System.Runtime.InteropServices;

namespace AirsPolicy.Text.Unicode;

/// <summary>
/// Character classes, case and scripts of one Unicode version, the same on every platform and under every culture.
/// Every function takes any <see cref="int"/>: what is no code point (or is a surrogate) has no properties and folds to itself.
/// </summary>
public static class CharacterTables
{
    /// <summary>The version of the Unicode Standard behind every answer.</summary>
    public const string UnicodeVersion = ClassTable.UnicodeVersion;

    private const int Word = 1, Space = 2, Bidirectional = 4, Invisible = 8, DigitShift = 4;

    /// <summary>The ranges of <see cref="IsWord"/>, ascending and never adjacent.</summary>
    public static ReadOnlySpan<CodePointRange> WordRanges => Ranges(RangeTable.Word);

    /// <summary>The ranges of <see cref="IsDigit"/>, ascending and never adjacent.</summary>
    public static ReadOnlySpan<CodePointRange> DigitRanges => Ranges(RangeTable.Digit);

    /// <summary>The ranges of <see cref="IsSpace"/>, ascending and never adjacent.</summary>
    public static ReadOnlySpan<CodePointRange> SpaceRanges => Ranges(RangeTable.Space);

    /// <summary>
    /// A word character, <c>\w</c> of UTS #18 annex C: Alphabetic, marks, decimal digits, connector punctuation, joiners.
    /// </summary>
    public static bool IsWord(int codePoint) => (Class(codePoint) & Word) != 0;

    /// <summary>A decimal digit (general category Nd) of any script.</summary>
    public static bool IsDigit(int codePoint) => Class(codePoint) >> DigitShift != 0;

    /// <summary>A character with the property White_Space.</summary>
    public static bool IsSpace(int codePoint) => (Class(codePoint) & Space) != 0;

    /// <summary>A control that changes the direction in which text is shown (Bidi_Control).</summary>
    public static bool IsBidirectionalControl(int codePoint) => (Class(codePoint) & Bidirectional) != 0;

    /// <summary>
    /// A character that shows nothing: Default_Ignorable_Code_Point, with it zero-width characters, tag characters,
    /// variation selectors and the soft hyphen, and the interlinear annotation controls.
    /// </summary>
    public static bool IsInvisible(int codePoint) => (Class(codePoint) & Invisible) != 0;

    /// <summary>0 to 9 for a decimal digit of any script, -1 for anything else.</summary>
    public static int DigitValue(int codePoint) => (Class(codePoint) >> DigitShift) - 1;

    /// <summary>Simple case folding (CaseFolding.txt, statuses C and S): one code point to one.</summary>
    public static int FoldCase(int codePoint) =>
        (uint)codePoint < 0x80
            ? (uint)(codePoint - 'A') < 26 ? codePoint | 0x20 : codePoint
            : codePoint + CaseTable.Distances[Look(CaseTable.FoldingBlocks, CaseTable.FoldingValues, codePoint)];

    /// <summary>All other code points with the same simple folding, ascending; empty where there is none.</summary>
    public static ReadOnlySpan<int> CaseVariants(int codePoint)
    {
        int place = (uint)codePoint < 0x110000
            ? CaseTable.VariantPlaceValues[CaseTable.VariantPlaceBlocks[codePoint >> 7] << 7 | codePoint & 0x7F]
            : 0;
        return CaseTable.Variants.AsSpan(place + 1, CaseTable.Variants[place]);
    }

    /// <summary>The code points that have case variants, ascending. It allocates.</summary>
    internal static int[] FindCased()
    {
        // Whatever has a variant is one itself, so the lists of variants name them all; each list is its length and then its members.
        var cased = new HashSet<int>();
        for (var place = 0; place < CaseTable.Variants.Length; place += CaseTable.Variants[place] + 1)
        {
            foreach (var variant in CaseTable.Variants.AsSpan(place + 1, CaseTable.Variants[place])) cased.Add(variant);
        }

        int[] sorted = [.. cased];
        Array.Sort(sorted);
        return sorted;
    }

    /// <summary>The long name of the script of a code point ("Latin", "Old_Italic"), "Common", "Inherited" or "Unknown".</summary>
    public static string ScriptOf(int codePoint) =>
        (uint)codePoint < 0x110000
            ? RangeTable.Scripts[Look(RangeTable.ScriptBlocks, RangeTable.ScriptValues, codePoint)]
            : "Unknown";

    /// <summary>The ranges of a general category or script, by its short or long name (L, Lu, Latn, Latin), compared ordinally.</summary>
    /// <param name="generalCategoryOrScript">A name of PropertyValueAliases.txt, as written there.</param>
    /// <param name="ranges">Ascending, never adjacent; empty if there is no such name.</param>
    /// <returns>Whether the name is known.</returns>
    public static bool TryGetCategoryRanges(string generalCategoryOrScript, out ReadOnlySpan<CodePointRange> ranges)
    {
        var index = Array.BinarySearch(RangeTable.Names, generalCategoryOrScript, StringComparer.Ordinal);
        ranges = index < 0
            ? default
            : Ranges(RangeTable.Named.AsSpan(RangeTable.NamePlaces[2 * index], RangeTable.NamePlaces[2 * index + 1]));
        return index >= 0;
    }

    // Block 0 is that of ASCII, so its characters need no first stage.
    private static int Class(int codePoint) =>
        (uint)codePoint < 0x80 ? ClassTable.ClassValues[codePoint] : Look(ClassTable.ClassBlocks, ClassTable.ClassValues, codePoint);

    private static int Look(ReadOnlySpan<byte> blocks, ReadOnlySpan<byte> values, int codePoint) =>
        (uint)codePoint < 0x110000 ? values[blocks[codePoint >> 7] << 7 | codePoint & 0x7F] : 0;

    private static ReadOnlySpan<CodePointRange> Ranges(ReadOnlySpan<int> bounds) => MemoryMarshal.Cast<int, CodePointRange>(bounds);
}
