using System.Text.Json;
using System.Text.Json.Nodes;
using AirsPolicy.Extensions.AI.Contents;
using AirsPolicy.Extensions.AI.Memory;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts.Layout;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI;

/// <summary>One request to a chat client, and everything that is decided on it. One thread at a time.</summary>
internal sealed class Exchange(ChatPolicy policy, RequestFacts request)
{
    private static readonly Dictionary<string, JsonNode?> s_nothing = [];

    private object? _asked;
    private FactsBuffer? _buffer;
    private bool _flagged;
    private string? _requestId;
    private List<ToolApprovalRequestContent>? _requests;

    public ChatPolicy Policy { get; } = policy;

    public RequestFacts Request { get; } = request;

    /// <summary>
    /// What users and operators find a refusal again by; the id that facts and evidence bear, where an answer may be taken back by it.
    /// </summary>
    public string Id => CanBeTakenBack && _requestId is not null ? _requestId : field ??= Guid.CreateVersion7().ToString("N");

    /// <summary>Within what pieces of the conversation are known: a new policy decides them anew.</summary>
    /// <remarks>Nobody profits from what was decided for others.</remarks>
    public UInt128 Scope { get; } =
        Digest.Of("scope", policy.Host.Digest, request.Session, request.Facts.User, request.Facts.Agent?.Id);

    /// <summary>Calls that wait, for the caller to know of.</summary>
    public IReadOnlyList<ToolApprovalRequestContent> Requests => _requests ?? [];

    /// <summary>What the model has said so far.</summary>
    public SaidText Said { get; } = new();

    /// <summary>What it has shown of its reasoning so far.</summary>
    public SaidText Reasoned => field ??= new();

    /// <summary>The digest of what is asked, for which an answer may wait; null outside of sessions and where nothing can wait.</summary>
    public UInt128? Asked
    {
        // Boxed: most requests have none, and a digest in place would make all of them larger.
        get => (UInt128?)_asked;
        set => _asked = value;
    }

    /// <summary>The decision that has halted the request at a call, or null.</summary>
    public Verdict? Halted { get; set; }

    public RedactionLabels Labels => Policy.Host.LabelsOf(Request.Session);

    /// <summary>Lets the caller know of a call that waits.</summary>
    public void Ask(ToolApprovalRequestContent request) => (_requests ??= []).Add(request);

    /// <summary>Whether a tool is used for the first time in the conversation.</summary>
    public bool IsFirstUse(string tool) => Request.Session is not { } session || Policy.Sessions.IsFirstUse(session, tool);

    /// <summary>A tool is used.</summary>
    public void Use(string tool)
    {
        if (Request.Session is { } session)
            Policy.Sessions.Use(session, tool, Policy.Options.Clock.GetUtcNow());
    }

    /// <summary>Decides, on facts with what providers, classifiers and judges say of it.</summary>
    /// <param name="point">The decision point.</param>
    /// <param name="own">Writes the facts of the point.</param>
    /// <param name="tool">The tool, or null.</param>
    /// <param name="resumes">The number of what has waited for people and is decided again, or null.</param>
    public async ValueTask<Verdict> DecideAsync(
        string point,
        Action<Utf8JsonWriter> own,
        CancellationToken cancellation,
        string? tool = null,
        long? resumes = null)
    {
        // All evidence of one request bears one id, and so does what may be taken back.
        if (Policy.Host.RecordsEvidence || CanBeTakenBack)
            _requestId ??= Policy.Host.NewRequestId();
        var facts = await FactsAsync(point, own, tool, cancellation).ConfigureAwait(false);
        var asked = await Policy.Host.ClassifyAsync(point, facts, cancellation).ConfigureAwait(false);
        asked = await Policy.Host.JudgeAsync(point, asked, cancellation).ConfigureAwait(false);
        if (!asked.Equals(facts))
            _requestId ??= RequestIdOf(asked);
        long? waits;
        var decision = resumes is { } number
            ? Policy.Host.Resume(number, asked.Span, out waits)
            : Policy.Host.Decide(point, asked.Span, out waits);
        return await CarryOutAsync(new Verdict(decision, waits), asked, cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// The facts of a decision, one object in UTF-8, until the next are asked for. What the point does not know of added ones is left
    /// out, since it would be refused.
    /// </summary>
    public async ValueTask<ReadOnlyMemory<byte>> FactsAsync(
        string point,
        Action<Utf8JsonWriter> own,
        string? tool,
        CancellationToken cancellation)
    {
        var layout = Policy.Host.Layout(point)?.Layout;
        var provided = layout is null || Policy.Host.Manifest is not { Providers.Count: > 0 } manifest
            ? s_nothing
            : await ProvidedAsync(manifest, layout, tool, cancellation).ConfigureAwait(false);
        _buffer ??= Policy.Buffers.Rent();
        var json = _buffer.Begin();
        json.WriteStartObject();
        Request.Write(json, _flagged, _requestId);
        if (tool is not null)
            json.WriteString("tool"u8, tool);
        own(json);
        if (layout is not null)
        {
            Add(json, layout, tool, Request.Facts.Declared);
            Add(json, layout, tool, provided);
        }
        json.WriteEndObject();
        return _buffer.End();
    }

    /// <summary>Whether a point knows a fact, by its name in JSON.</summary>
    public static bool Knows(PointLayout layout, string? tool, string fact) =>
        layout.Facts.Members.Any(member => member.WireName == fact)
        || layout.Tools.FirstOrDefault(declared => declared.WireName == tool) is { } known
            && known.Facts.Members.Any(member => member.WireName == fact);

    /// <summary>Whether judges look at the answer afterwards and the application takes back what they retract, by the id of the request.</summary>
    public bool CanBeTakenBack => Policy.Options.Retract is not null && Policy.Host.IsReviewed(PointNames.Output);

    /// <summary>Does what a decision asks of the host: duties before the content goes on, and events whatever the outcome.</summary>
    public async ValueTask<Verdict> CarryOutAsync(Verdict verdict, ReadOnlyMemory<byte> facts, CancellationToken cancellation)
    {
        var decision = verdict.Decision;
        Policy.Report(decision, this);
        if (decision.Outcome == Outcome.Allow && decision.Events.Count == 0 && decision.Duties.Count == 0)
        {
            Policy.ReviewLater(decision.Point, facts, verdict.GoesOn);
            return verdict;
        }
        _flagged |= decision.Fired.Any(rule => rule.Effects.Any(effect => effect is FlagEffect));
        foreach (var told in decision.Events.Where(happens => happens.Action == EventAction.Notify))
            await Policy.NotifyAsync(told.Target, decision, cancellation).ConfigureAwait(false);
        if (verdict.GoesOn)
        {
            foreach (var duty in decision.Duties)
            {
                if (!await Policy.ConfirmAsync(duty, decision, cancellation).ConfigureAwait(false))
                    return Verdict.Refuse(decision.Point, $"The duty '{duty}' is not confirmed.", decision.Bundle);
            }
        }
        Policy.ReviewLater(decision.Point, facts, verdict.GoesOn);
        return verdict;
    }

    /// <summary>Says what became of a call, for the evidence.</summary>
    public void Executed(string tool, long? held, Exception? fault) =>
        Policy.Host.Executed(PointNames.ToolCall, _requestId, held, fault?.GetType().Name, tool);

    /// <summary>
    /// Nothing more is decided on the request. A request that fails is not ended: somebody may still read its facts.
    /// </summary>
    public void End()
    {
        if (_buffer is { } buffer)
            Policy.Buffers.Return(buffer);
        _buffer = null;
    }

    private static void Add(Utf8JsonWriter json, PointLayout layout, string? tool, IReadOnlyDictionary<string, JsonNode?> facts)
    {
        if (facts.Count == 0)
            return;
        foreach (var (name, value) in facts)
        {
            if (value is null || !Knows(layout, tool, name))
                continue;
            json.WritePropertyName(name);
            value.WriteTo(json);
        }
    }

    private async ValueTask<IReadOnlyDictionary<string, JsonNode?>> ProvidedAsync(
        BundleManifest manifest,
        PointLayout layout,
        string? tool,
        CancellationToken cancellation)
    {
        var asked = manifest.Providers.Where(provider => Knows(layout, tool, provider.Fact)
            && !Request.Facts.Declared.ContainsKey(provider.Fact)
            && Policy.Options.Providers.ContainsKey(provider.Provider));
        var answers = await Task.WhenAll(asked.Select(provider => AskAsync(provider, layout.Point, cancellation))).ConfigureAwait(false);
        // A provider may answer before anybody waits for it: who has given up by then is given nothing all the same.
        cancellation.ThrowIfCancellationRequested();
        return answers.Where(answer => answer.Value is not null).ToDictionary(answer => answer.Key, answer => answer.Value);
    }

    // Whatever goes wrong with a provider is no answer; only who asked can give up.
    private async Task<KeyValuePair<string, JsonNode?>> AskAsync(BundleProvider provider, string point, CancellationToken cancellation)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            var asked = new AskedFact(provider.Fact, point, Request.Facts);
            var answer = Task.Run(
                async () => await Policy.Options.Providers[provider.Provider](asked, time.Token).ConfigureAwait(false),
                cancellation);
            var within = provider.Within is { } ticks ? TimeSpan.FromTicks(ticks) : Timeout.InfiniteTimeSpan;
            return new(provider.Fact, await answer.WaitAsync(within, Policy.Options.Clock, cancellation).ConfigureAwait(false));
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            await time.CancelAsync().ConfigureAwait(false);
            Policy.ReportFault(provider.Provider, fault);
            return new(provider.Fact, null);
        }
    }

    private static string? RequestIdOf(ReadOnlyMemory<byte> facts)
    {
        using var json = JsonDocument.Parse(facts);
        return json.RootElement.TryGetProperty("request"u8, out var request) && request.TryGetProperty("id"u8, out var id)
            ? id.GetString()
            : null;
    }
}
