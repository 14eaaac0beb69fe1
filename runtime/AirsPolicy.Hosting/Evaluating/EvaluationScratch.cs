using System.Globalization;
using AirsPolicy.Runtime.Audits;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Programs;
using AirsPolicy.Runtime.Programs.Streaming;
using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Hosting.Evaluating;

/// <summary>
/// What one evaluation needs for itself: frame, reader, and the evaluation of one policy. One thread at a time, used again and again.
/// </summary>
internal sealed class EvaluationScratch(CompiledPolicy policy, FactLimits? limits)
{
    private readonly char[] _requestId = $"{Guid.NewGuid():N}-0000000000000000".ToCharArray();
    private ulong _requests;

    public Evaluation Evaluation { get; } = policy.NewEvaluation(limits);

    public FactFrame Frame { get; } = new();

    public StateKeyWriter Keys { get; } = new();

    public FactReader Reader { get; } = new(limits);

    /// <summary>Says what is recorded of decisions; made when first needed.</summary>
    public AuditRecorder Recorder => field ??= policy.NewRecorder(limits);

    /// <summary>An answer that arrives in parts; made when first needed.</summary>
    public StreamedAnswer Answer => field ??= new StreamedAnswer(policy, limits);

    /// <summary>An id that no other request has: random for the scratch, counted within it.</summary>
    public ReadOnlySpan<char> NextRequestId()
    {
        (++_requests).TryFormat(_requestId.AsSpan(33), out _, "x16", CultureInfo.InvariantCulture);
        return _requestId;
    }
}
