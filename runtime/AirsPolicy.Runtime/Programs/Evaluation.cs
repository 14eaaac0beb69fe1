using System.Runtime.CompilerServices;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;

namespace AirsPolicy.Runtime.Programs;

/// <summary>
/// One evaluation of a compiled policy: which rules matched, the values of effects that depend on facts, the failure of the rule at
/// hand, and the scratch that text search and quantifiers need. Reused with its frame; nothing is allocated while nothing fires.
/// </summary>
public sealed partial class Evaluation
{
    private int[] _fired = new int[16];
    private int _firedCount;
    private int _outcome;
    private FailureKind _failure;
    private string _failureDetail = "";

    /// <summary>The rules that matched, as numbers in the tables, each once, in order of evaluation.</summary>
    public ReadOnlySpan<int> Fired => _fired.AsSpan(0, _firedCount);

    /// <summary>The join of the outcomes of the rules that matched and are in force.</summary>
    public Outcome Outcome => (Outcome)_outcome;

    /// <summary>Whether the rule at hand has failed; the emitted rule asks once, after its condition.</summary>
    public bool Failed
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _failure != FailureKind.None;
    }

    /// <summary>A rule matched.</summary>
    /// <param name="rule">Its number.</param>
    /// <param name="outcome">The greatest outcome of its fixed effects; 0 for a rule in detect mode.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fire(int rule, int outcome)
    {
        if (_firedCount == _fired.Length)
            Array.Resize(ref _fired, _fired.Length * 2);
        _fired[_firedCount++] = rule;
        if (outcome > _outcome)
            _outcome = outcome;
    }

    /// <summary>The expression at hand cannot be evaluated; the first cause stands until the rule takes it.</summary>
    public void Fail(FailureKind kind, string detail)
    {
        if (_failure != FailureKind.None)
            return;
        _failure = kind;
        _failureDetail = detail;
    }
}
