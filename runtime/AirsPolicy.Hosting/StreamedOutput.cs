using AirsPolicy.Hosting.Evaluating;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Hosting;

/// <summary>
/// An answer of a model that arrives in parts: what of it may be shown, and the decision on the whole of it at the end. How it is released
/// is the policy's to say (<c>stream none</c>, <c>buffered</c> or <c>post_hoc</c>). One thread at a time; an answer that is not ended
/// releases nothing more and is not decided on.
/// </summary>
public sealed class StreamedOutput : IDisposable
{
    private readonly PolicyHost _host;
    private readonly ActivePolicy? _active;
    private readonly int _point;
    private EvaluationScratch? _scratch;
    private Decision? _decision;

    internal StreamedOutput(PolicyHost host, Decision refusal) => (_host, _decision) = (host, refusal);

    internal StreamedOutput(PolicyHost host, ActivePolicy active, int point, EvaluationScratch scratch)
    {
        (_host, _active, _point, _scratch) = (host, active, point, scratch);
        host.Begin(active, point, scratch);
    }

    /// <summary>
    /// Whether nothing more goes on, whatever follows: a rule blocks, the facts do not fit, or the answer is too long. The model can be
    /// stopped; <see cref="End"/> says why.
    /// </summary>
    public bool IsStopped => _scratch is null || _scratch.Answer.IsStopped;

    /// <summary>
    /// What goes on at the end, behind everything that <see cref="Feed"/> gave; where the decision retracts, in its place. Empty before
    /// <see cref="End"/>, and where nothing goes on.
    /// </summary>
    public string Rest { get; private set; } = "";

    /// <summary>
    /// Where the whole answer is held: the number under which it waits for people (<see cref="PolicyHost.Waiting"/>). Null otherwise, and
    /// before <see cref="End"/>.
    /// </summary>
    public long? Waits { get; private set; }

    /// <summary>Takes the next part of the answer; it may be empty, and may end in the middle of a character.</summary>
    /// <returns>
    /// What may be shown now, with what is hidden in it hidden; often less than the part, and never more than has arrived. Holds until the
    /// next call.
    /// </returns>
    public ReadOnlySpan<char> Feed(ReadOnlySpan<char> part) => _scratch is null ? default : _scratch.Answer.Feed(part);

    /// <summary>Ends the answer.</summary>
    /// <returns>The decision on the whole of it, which is made as any other. It says whether what was shown is to be taken back.</returns>
    public Decision End()
    {
        if (_scratch is not { } scratch)
            return _decision ?? throw new InvalidOperationException("The answer has been given up.");
        _scratch = null;
        var decision = _host.End(_active!, _point, scratch, out var waits);
        Waits = waits;
        try
        {
            _decision = scratch.Answer.Settle(decision, out var rest);
            Rest = rest;
        }
        // A fault of ours must not become a pass.
        catch (Exception fault)
        {
            var refused = _active!.Bundle.Policy.Refuse(_point, fault) with { Retracted = scratch.Answer.HasReleased };
            return _decision = _host.RecordedAlone(refused, fault: fault);
        }
        if (_decision.Failure is not { Kind: FailureKind.Internal })
            _active!.Pool.Return(scratch);
        return _decision;
    }

    /// <summary>Gives up an answer that does not come to its end: nothing more goes on, and nothing is decided.</summary>
    public void Dispose()
    {
        if (_scratch is not { } scratch)
            return;
        _scratch = null;
        scratch.Answer.Close();
        _active!.Pool.Return(scratch);
    }
}
