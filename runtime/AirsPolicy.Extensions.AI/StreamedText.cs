using System.Text;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Extensions.AI;

/// <summary>
/// A text that is shown while it arrives. Where other texts of the answer stand before it, only what may also be shown behind them is.
/// </summary>
internal sealed class StreamedText : IDisposable
{
    private readonly StreamedOutput _own;
    private readonly StreamedOutput? _together;
    private readonly StringBuilder _ownRest = new();
    private readonly StringBuilder _togetherRest = new();
    private string _before;

    /// <summary>Begins a text.</summary>
    /// <param name="facts">The facts of <c>output</c> without the text.</param>
    /// <param name="before">The texts that stand before it.</param>
    public StreamedText(PolicyHost host, ReadOnlyMemory<byte> facts, string before)
    {
        (Facts, _before) = (facts, before);
        _own = host.BeginOutput(facts.Span);
        if (before.Length == 0)
            return;
        _together = host.BeginOutput(facts.Span);
        _togetherRest.Append(_together.Feed(before));
    }

    /// <summary>The facts with which it has begun.</summary>
    public ReadOnlyMemory<byte> Facts { get; }

    /// <summary>Nothing more goes on, whatever follows.</summary>
    public bool IsStopped => _own.IsStopped || IsRefusedTogether;

    /// <summary>It does not go on with the texts before it: together they hold what a rule refuses or hides.</summary>
    public bool IsRefusedTogether { get; private set; }

    /// <summary>What of it has been let go on by itself, and has not been shown.</summary>
    public string Rest => $"{_ownRest}{_own.Rest}";

    /// <summary>The number under which it waits for people, or null.</summary>
    public long? Waits => _own.Waits;

    /// <summary>Takes the next part.</summary>
    /// <returns>What may be shown now.</returns>
    public string Feed(string part)
    {
        if (_together is null)
            return _own.Feed(part).ToString();
        if (IsStopped)
            return "";
        _ownRest.Append(_own.Feed(part));
        _togetherRest.Append(_together.Feed(part));
        IsRefusedTogether = _together.IsStopped || !TakeBefore();
        if (_before.Length > 0 || IsRefusedTogether)
            return "";
        var length = Math.Min(_ownRest.Length, _togetherRest.Length);
        var shown = _ownRest.ToString(0, length);
        IsRefusedTogether = shown != _togetherRest.ToString(0, length);
        if (IsRefusedTogether)
            return "";
        _ownRest.Remove(0, length);
        _togetherRest.Remove(0, length);
        return shown;
    }

    /// <summary>Ends it.</summary>
    public Decision End() => _own.End();

    public void Dispose()
    {
        _own.Dispose();
        _together?.Dispose();
    }

    // The texts before come out again first, as they have been shown.
    private bool TakeBefore()
    {
        var length = Math.Min(_before.Length, _togetherRest.Length);
        if (_togetherRest.ToString(0, length) != _before[..length])
            return false;
        _togetherRest.Remove(0, length);
        _before = _before[length..];
        return true;
    }
}
