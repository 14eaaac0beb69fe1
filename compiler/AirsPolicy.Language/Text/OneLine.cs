namespace AirsPolicy.Language.Text;

/// <summary>Source text as a message quotes it.</summary>
internal static class OneLine
{
    private const int Longest = 100;

    /// <summary>The text with each run of white space as one space, cut short where it is long.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        var line = string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Longest ? line : $"{line[..Longest]}…";
    }
}
