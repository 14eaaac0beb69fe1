namespace AirsPolicy.Text.Views.Decodings;

/// <summary>The steps from a text to its decoded view, each a view of the one before it.</summary>
internal ref struct DecodingSteps
{
    private TextView _next;

    /// <param name="text">The text.</param>
    /// <param name="first">The room for the first step.</param>
    public DecodingSteps(ReadOnlySpan<char> text, TextView first)
    {
        Text = text;
        _next = first;
    }

    /// <summary>Fills a view from a text. False where the text says the same without it; the view then means nothing.</summary>
    public delegate bool Step(ReadOnlySpan<char> text, TextView next);

    /// <summary>What the last step has written; the text where none has.</summary>
    public ReadOnlySpan<char> Text { get; private set; }

    /// <summary>The last step; null where there was none.</summary>
    public TextView? Last { get; private set; }

    /// <summary>Begins with a step that has been taken already.</summary>
    public void Begin(TextView taken)
    {
        Last = taken;
        Text = taken.Text;
    }

    /// <summary>Whether a step changes anything.</summary>
    public bool Take(Step step)
    {
        if (!step(Text, _next)) return false;
        if (Last is not null) _next.LeadThrough(Last);
        Last = _next;
        Text = _next.Text;
        _next = _next.StepBefore;
        return true;
    }
}
