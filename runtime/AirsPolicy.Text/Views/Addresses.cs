using System.Buffers;
using System.Globalization;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Text.Views;

/// <summary>
/// Where the addresses in a text stand: of pages (<c>https://docs.example/start</c>), of mailboxes (<c>anna@post.example</c>), and hosts by
/// themselves (<c>docs.example/start</c>), which are told by how they end. Linear.
/// </summary>
internal static class Addresses
{
    // Where an address can be told by what is around it.
    private static readonly SearchValues<char> s_signs = SearchValues.Create(".@:");

    // Longer hosts and mailboxes are nobody's, and looking through a run of them again and again would take the square of its length.
    private const int Longest = 256;

    private const char EndOfAscii = '\x80';

    private static readonly UnitTable<bool> s_isOfWord = new(IsLetter);

    private static readonly string[] s_endings = ["example", "test", "invalid", "com", "net", "org", "io", "app", "dev", "info"];

    /// <summary>The first address from a place on; an empty span at the end of the text where there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">The place.</param>
    /// <param name="goesOn">Whether a page goes on with a unit: with all but white space where it is null.</param>
    public static TextSpan Next(ReadOnlySpan<char> text, int from, Func<char, bool>? goesOn = null)
    {
        for (var at = from; text[at..].IndexOfAny(s_signs) is var next and >= 0;)
        {
            at += next;
            if (text[at] == ':')
            {
                var length = SchemeBefore(text[from..at]);
                if (length > 0 && EndOfPage(text, at + 1, goesOn) is var end and > 0) return new TextSpan(at - length, end);
                at++;
                continue;
            }
            var run = RunAround(text, Math.Max(from, at - Longest), at);
            var found = MailboxIn(text, run) ?? HostIn(text, run, goesOn);
            if (found is { } address) return address;
            at = Math.Max(at + 1, run.End);
        }
        return new TextSpan(text.Length, text.Length);
    }

    private static int SchemeBefore(ReadOnlySpan<char> text) =>
        text.EndsWith("https", StringComparison.OrdinalIgnoreCase) ? "https".Length
            : text.EndsWith("http", StringComparison.OrdinalIgnoreCase) ? "http".Length
            : 0;

    // Behind the colon; 0 where no page follows.
    private static int EndOfPage(ReadOnlySpan<char> text, int from, Func<char, bool>? goesOn)
    {
        if (!text[from..].StartsWith("//", StringComparison.Ordinal)) return 0;
        var end = EndOfUnbroken(text, from + 2, goesOn);
        return end == from + 2 ? 0 : end;
    }

    private static int EndOfUnbroken(ReadOnlySpan<char> text, int from, Func<char, bool>? goesOn)
    {
        while (from < text.Length && !CharacterTables.IsSpace(text[from]) && (goesOn is null || goesOn(text[from]))) from++;
        return from;
    }

    // What can be before the sign of a mailbox.
    private static TextSpan RunAround(ReadOnlySpan<char> text, int first, int at)
    {
        var (start, end) = (at, at);
        while (start > first && IsOfMailbox(text[start - 1])) start--;
        var last = Math.Min(text.Length, at + Longest);
        while (end < last && IsOfMailbox(text[end])) end++;
        return new TextSpan(start, end);
    }

    private static TextSpan? MailboxIn(ReadOnlySpan<char> text, TextSpan run)
    {
        if (run.Length == 0 || run.End == text.Length || text[run.End] != '@') return null;
        var end = EndOfLabel(text, run.End + 1);
        if (end == run.End + 1) return null;
        var labels = 1;
        while (end < text.Length && text[end] == '.' && EndOfLabel(text, end + 1) is var next && next > end + 1)
        {
            end = next;
            labels++;
        }
        return labels > 1 ? new TextSpan(run.Start, end) : null;
    }

    // The first host in a run: labels with one dot between them, up to the last that is an ending.
    private static TextSpan? HostIn(ReadOnlySpan<char> text, TextSpan run, Func<char, bool>? goesOn)
    {
        for (var at = run.Start; at < run.End;)
        {
            if (!IsOfWord(text[at]))
            {
                at++;
                continue;
            }
            var (start, end, found) = (at, Math.Min(run.End, EndOfLabel(text, at)), 0);
            while (end + 1 < run.End && text[end] == '.' && Math.Min(run.End, EndOfLabel(text, end + 1)) is var next && next > end + 1)
            {
                var length = EndingOf(text[(end + 1)..next]);
                if (length > 0) found = end + 1 + length;
                end = next;
            }
            if (found > 0)
            {
                var hasPath = found < text.Length && text[found] == '/';
                return new TextSpan(start, hasPath ? EndOfUnbroken(text, found, goesOn) : found);
            }
            at = end;
        }
        return null;
    }

    // How long the ending is that a label begins with and that no letter follows; 0 where it is none.
    private static int EndingOf(ReadOnlySpan<char> label)
    {
        foreach (var ending in s_endings)
        {
            if (!label.StartsWith(ending, StringComparison.OrdinalIgnoreCase)) continue;
            if (label.Length == ending.Length || label[ending.Length] == '-') return ending.Length;
        }
        return 0;
    }

    private static int EndOfLabel(ReadOnlySpan<char> text, int from)
    {
        var last = Math.Min(text.Length, from + Longest);
        while (from < last && (text[from] == '-' || IsOfWord(text[from]))) from++;
        return from;
    }

    private static bool IsOfMailbox(char unit) => unit is '.' or '+' or '-' || IsOfWord(unit);

    private static bool IsOfWord(char unit) => unit < EndOfAscii ? char.IsAsciiLetterOrDigit(unit) || unit == '_' : s_isOfWord[unit];

    // Marks that take up room of their own are none: no model has learned without the few hosts that have them.
    private static bool IsLetter(char unit) =>
        char.IsLetterOrDigit(unit)
        || char.GetUnicodeCategory(unit) is UnicodeCategory.NonSpacingMark or UnicodeCategory.ConnectorPunctuation;
}
