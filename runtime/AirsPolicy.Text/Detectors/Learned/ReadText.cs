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
    // Names of pages and hosts have fewer.
    private const int FewestWords = 5;

    private static readonly SearchValues<char> s_betweenParts = SearchValues.Create("/?&=#:@");

    private readonly TextView _rest = new();

    /// <summary>What is read: the view itself where it has no address.</summary>
    public TextView Text { get; private set; } = new();

    /// <summary>Reads a view, which must stay as it is while this is used.</summary>
    public void Fill(TextView view)
    {
        var text = view.Text;
        Text = view;
        var address = Addresses.Next(text, 0);
        if (address.Length == 0) return;
        _rest.Clear(text.Length);
        var written = 0;
        for (; address.Length > 0; address = Addresses.Next(text, written))
        {
            _rest.AppendRun(text[written..address.Start], written);
            AppendParts(text[..address.End], address.Start);
            written = address.End;
            if (written < text.Length && text[written] == ' ') written++;
        }
        _rest.AppendRun(text[written..], written);
        _rest.LeadThrough(view);
        Text = _rest;
    }

    // Those that say something, with spaces around them; a space where none does.
    private void AppendParts(ReadOnlySpan<char> text, int from)
    {
        var written = from;
        for (int at = from, end; at < text.Length; at = end + 1)
        {
            var next = text[at..].IndexOfAny(s_betweenParts);
            end = next < 0 ? text.Length : at + next;
            if (WordsIn(text[at..end]) < FewestWords) continue;
            AppendSpace(written, at);
            AppendPart(text[..end], at);
            written = end;
        }
        AppendSpace(written, text.Length);
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
