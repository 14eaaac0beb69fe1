using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Runtime.Programs;

/// <summary>Redactions: one effect for each text in which something is hidden.</summary>
public sealed partial class Evaluation
{
    /// <summary>Hides what a detector finds in a text, list or record.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="effect">Which of its effects.</param>
    /// <param name="detector">The number of the detector.</param>
    /// <param name="shape">The number of the shape of the value.</param>
    /// <param name="slot">The slot of a record; of no meaning for anything else.</param>
    /// <param name="value">The handle of a text or list; of no meaning for a record.</param>
    /// <returns>Whether anything is hidden.</returns>
    [PolicyCallable]
    public bool Redact(int rule, int effect, int detector, int shape, int slot, long value) =>
        RedactExcept(rule, effect, detector, shape, slot, value, Handle.Empty);

    /// <summary>Hides what a detector finds, but for findings that equal one of a list of texts, or have the same decimal digits.</summary>
    /// <param name="except">The handle of the list of texts.</param>
    /// <inheritdoc cref="Redact"/>
    [PolicyCallable]
    public bool RedactExcept(int rule, int effect, int detector, int shape, int slot, long value, long except)
    {
        if (Failed)
            return false;
        var known = (RedactEffect)Known(rule, effect);
        var any = false;
        _walk.Start(_frame, _policy.Shapes[shape], slot, value);
        while (!Failed && _walk.MoveNext())
        {
            if (_streamed is { } streamed && _walk.Key == streamed.Text)
            {
                streamed.Hide(rule, known with { Path = known.Path + _walk.Pointer() }, detector, Texts(except));
                continue;
            }
            if (HiddenSpans(detector, except) is not { } hidden)
                continue;
            Keep(rule, effect, known with { Path = known.Path + _walk.Pointer(), Spans = hidden.ToValueList() });
            any = true;
        }
        return any;
    }

    // What is hidden in the text that the walk is at, or null where nothing is, so that a text without findings allocates nothing.
    private List<RedactedSpan>? HiddenSpans(int detector, long except)
    {
        var matches = Ask(detector, _walk.Text, _walk.Key);
        List<RedactedSpan>? hidden = null;
        for (var i = 0; i < matches.Count; i++)
        {
            if (!IsExcepted(_walk.Text[matches[i].Start..matches[i].End], except))
                (hidden ??= []).Add(new RedactedSpan(matches[i].Start, matches[i].End));
        }
        return hidden;
    }

    private string[] Texts(long list)
    {
        var texts = new string[Handle.Length(list)];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = _frame.Chars(_frame.Long(Handle.Start(list) + i)).ToString();
        return texts;
    }

    private bool IsExcepted(ReadOnlySpan<char> finding, long except)
    {
        for (var i = 0; i < Handle.Length(except); i++)
        {
            if (IsExcepted(finding, _frame.Chars(_frame.Long(Handle.Start(except) + i))))
                return true;
        }
        return false;
    }

    /// <summary>Whether a finding equals a text that is left out, or has the same decimal digits.</summary>
    internal static bool IsExcepted(ReadOnlySpan<char> finding, ReadOnlySpan<char> text) =>
        text.SequenceEqual(finding) || DecimalDigits.AreSame(finding, text);
}
