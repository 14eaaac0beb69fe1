namespace AirsPolicy.Text.Detectors.Builtin.Identifiers;

/// <summary>
/// Where an identifier of some layouts can stand in a text that still arrives: around its digits, which stand close together.
/// </summary>
internal static class IdentifierWindow
{
    // Words for it stand at most 60 units before it and 40 behind it; what stands right beside it takes a few more.
    private const int Context = 64;

    public static BuiltinWindow Of(IdentifierLayout[] layouts)
    {
        // What is a digit or a letter may be a letter.
        var before = layouts.Max(layout =>
            layout.Form.IndexOf('9', StringComparison.Ordinal) is >= 0 and var first ? first : layout.Form.Length);
        var after = layouts.Max(layout => layout.Form.Length - 1 - layout.Form.LastIndexOf('9'));
        var inside = layouts.Max(layout => LongestGap(layout.Form));
        return new BuiltinWindow(
            NumberText.Digits,
            Math.Max(Math.Max(inside, NumberRegions.WidestGap), before + after),
            layouts.Min(layout => layout.Digits),
            before,
            after,
            Context);
    }

    private static int LongestGap(string form)
    {
        int longest = 0, gap = 0;
        foreach (var place in form.AsSpan(form.IndexOf('9', StringComparison.Ordinal) is >= 0 and var first ? first : 0))
        {
            gap = place == '9' ? 0 : gap + 1;
            longest = Math.Max(longest, gap);
        }
        return longest;
    }
}
