using System.Buffers;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>
/// What a model reads of a view: the view without addresses, from which no model learns, since they tell less of a text than of who has
/// written it. Where one has as many words in a row as a sentence has, they are read, so that nothing hides there. A scratch, filled
/// again and again.
/// </summary>
internal sealed class ReadText
{
    // Names of pages and hosts have fewer, and so have nearly all folders together.
    private const int FewestWords = 5, FewestOfFolders = 10;

    private const char EndOfAscii = '\x80';

    // What stands in addresses beside letters and digits: with anything else a text goes on, though without a space.
    private static readonly SearchValues<char> s_ofAddress = SearchValues.Create("-._~:/?#@&+=%");

    private static readonly Func<char, bool> s_isOfAddress = IsOfAddress;

    private static readonly SearchValues<char> s_behindHost = SearchValues.Create("/?#");
    private static readonly SearchValues<char> s_betweenStretches = SearchValues.Create("?&=#:@");
    private static readonly SearchValues<char> s_betweenFolders = SearchValues.Create("/");

    private readonly TextView _rest = new();

    /// <summary>What is read: the view itself where it has no address.</summary>
    public TextView Text { get; private set; } = new();

    /// <summary>Reads a view, which must stay as it is while this is used.</summary>
    public void Fill(TextView view)
    {
        var text = view.Text;
        Text = view;
        var address = Next(text, 0);
        if (address.Length == 0) return;
        _rest.Clear(text.Length);
        var written = 0;
        for (; address.Length > 0; address = Next(text, written))
        {
            _rest.AppendRun(text[written..address.Start], written);
            AppendSaid(text, address);
            written = address.End;
            if (written < text.Length && text[written] == ' ') written++;
        }
        _rest.AppendRun(text[written..], written);
        _rest.LeadThrough(view);
        Text = _rest;
    }

    // The next address, without what stands right before or behind it: a quote, a bracket, a comma, characters of a script without spaces.
    private static TextSpan Next(ReadOnlySpan<char> text, int from)
    {
        var address = Addresses.Next(text, from, s_isOfAddress);
        var start = address.Start;
        while (start < address.End && !IsOfAddress(text[start])) start++;
        var end = start;
        while (end < address.End && IsOfAddress(text[end])) end++;
        return new TextSpan(start, end);
    }

    private static bool IsOfAddress(char unit) =>
        unit < EndOfAscii ? char.IsAsciiLetterOrDigit(unit) || s_ofAddress.Contains(unit) : LetterUnits.IsSpaced(unit);

    // What says something, with spaces around it; a space where nothing does.
    private void AppendSaid(ReadOnlySpan<char> text, TextSpan address)
    {
        var written = address.Start;
        var host = EndOfHost(text, address);
        AppendIfSaid(text, new TextSpan(address.Start, host), FewestWords, ref written);
        for (var stretch = PartAt(text, host, address.End, s_betweenStretches);
            stretch.Start < address.End;
            stretch = PartAt(text, stretch.End + 1, address.End, s_betweenStretches))
        {
            if (AppendIfSaid(text, stretch, FewestOfFolders, ref written)) continue;
            for (var folder = PartAt(text, stretch.Start, stretch.End, s_betweenFolders);
                folder.Start < stretch.End;
                folder = PartAt(text, folder.End + 1, stretch.End, s_betweenFolders))
            {
                AppendIfSaid(text, folder, FewestWords, ref written);
            }
        }
        AppendSpace(written, address.End);
    }

    private static int EndOfHost(ReadOnlySpan<char> text, TextSpan address)
    {
        var scheme = text[address.Start..address.End].IndexOf("//", StringComparison.Ordinal);
        var from = scheme < 0 ? address.Start : address.Start + scheme + "//".Length;
        return PartAt(text, from, address.End, s_behindHost).End;
    }

    private static TextSpan PartAt(ReadOnlySpan<char> text, int start, int end, SearchValues<char> between)
    {
        var length = start < end ? text[start..end].IndexOfAny(between) : -1;
        return new TextSpan(start, length < 0 ? Math.Max(start, end) : start + length);
    }

    private bool AppendIfSaid(ReadOnlySpan<char> text, TextSpan part, int fewest, ref int written)
    {
        if (WordsIn(text[part.Start..part.End]) < fewest) return false;
        AppendSpace(written, part.Start);
        AppendPart(text[..part.End], part.Start);
        written = part.End;
        return true;
    }

    private void AppendPart(ReadOnlySpan<char> text, int from)
    {
        for (int at = from, end; at < text.Length; at = end)
        {
            end = at;
            var isWord = IsOfWord(text[at]);
            while (end < text.Length && IsOfWord(text[end]) == isWord) end++;
            if (isWord) _rest.AppendRun(text[at..end], at);
            else AppendSpace(at, end);
        }
    }

    private void AppendSpace(int start, int end)
    {
        if (!_rest.EndsInSpace) _rest.AppendBlock(" ", new TextSpan(start, end));
    }

    private static int WordsIn(ReadOnlySpan<char> text)
    {
        var words = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (IsOfWord(text[at]) && (at == 0 || !IsOfWord(text[at - 1]))) words++;
        }
        return words;
    }

    private static bool IsOfWord(char unit) => LetterUnits.LetterOf(unit) is not 0 and not '0';
}
