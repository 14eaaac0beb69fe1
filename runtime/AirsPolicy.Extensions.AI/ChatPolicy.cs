using AirsPolicy.Extensions.AI.Memory;
using AirsPolicy.Hosting;
using AirsPolicy.Hosting.Telemetry;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AirsPolicy.Extensions.AI;

/// <summary>
/// A policy as it stands in front of chat clients, with what it remembers of their conversations. One is enough for an application;
/// clients that share it share the calls that wait. For any number of threads.
/// </summary>
public sealed class ChatPolicy
{
    /// <summary>The name of the <see cref="System.Diagnostics.Metrics.Meter"/>, which counts what judges use.</summary>
    public const string TelemetryName = TelemetryNames.Sources.Chat;

    // A timer waits no longer, and a date has an end.
    private static readonly TimeSpan s_longestTimeout = TimeSpan.FromDays(49), s_longestHold = TimeSpan.FromDays(36_500);

    private readonly ILogger _logger;
    private readonly BackgroundReviews _reviews;
    private readonly KeptItems _kept;

    /// <summary>Puts a host in front of chat clients.</summary>
    /// <param name="host">The host. Without a bundle it refuses everything.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="logger">Where decisions are written, or null.</param>
    /// <exception cref="InvalidOperationException">The bundle names what the options lack; the message lists all of it.</exception>
    public ChatPolicy(PolicyHost host, ChatPolicyOptions? options = null, ILogger? logger = null)
        : this(host, options ?? new ChatPolicyOptions(), logger, null)
    {
    }

    /// <param name="bound">The options of the host, as far as they are known: its judges and classifiers are looked at as well.</param>
    internal ChatPolicy(PolicyHost host, ChatPolicyOptions options, ILogger? logger, PolicyHostOptions? bound)
    {
        ArgumentNullException.ThrowIfNull(host);
        Host = host;
        Options = options;
        _logger = logger ?? NullLogger.Instance;
        ArgumentOutOfRangeException.ThrowIfLessThan(Options.MaximumRounds, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Options.BindingTimeout, TimeSpan.Zero, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Options.BindingTimeout, s_longestTimeout, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Options.HeldCalls, TimeSpan.Zero, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Options.HeldCalls, s_longestHold, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(Options.ParallelReviews, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(Options.WaitingReviews, 1, nameof(options));
        if (host.Manifest is { } manifest && Bindings.Refusal(manifest, Options, bound) is { } reason)
            throw new InvalidOperationException(reason);
        Pins = new ToolPins(Options.Tools);
        Held = new HeldCalls(new KeptItems(host, "call"));
        Answers = new HeldAnswers(new KeptItems(host, "answer"));
        _kept = new KeptItems(host, "review");
        _reviews = new BackgroundReviews(Options.ParallelReviews, Options.WaitingReviews, ReviewAsync, SettleAsync, Options.Clock);
        // Those that judges had not answered when the application ended.
        foreach (var (id, item) in _kept.Restored)
            _reviews.Add(WaitingReview.Read(id, item));
    }

    /// <summary>The host, which also takes the word of reviewers on what waits.</summary>
    public PolicyHost Host { get; }

    internal ChatPolicyOptions Options { get; }

    internal FactsBuffers Buffers { get; } = new();

    internal DecidedPieces Pieces { get; } = new();

    internal SeenSessions Sessions { get; } = new();

    internal HeldCalls Held { get; }

    internal HeldAnswers Answers { get; }

    internal ToolPins Pins { get; }

    internal void Report(Decision decision, Exchange exchange)
    {
        if (decision.Failure is { } failure)
            PolicyLog.Failed(_logger, decision.Point, decision.Outcome, failure.Detail, exchange.Id, decision.Bundle);
        else if (decision.Outcome > Outcome.Allow && _logger.IsEnabled(LogLevel.Information))
            PolicyLog.Decided(_logger, decision.Point, decision.Outcome, Rules(decision), exchange.Id, decision.Bundle);
    }

    internal void ReportFault(string name, Exception fault) => PolicyLog.Fault(_logger, fault, name);

    internal void ReportNotGranted(string tool, string reason) => PolicyLog.NotGranted(_logger, tool, reason);

    internal void ReportBundle(ActivationResult result)
    {
        if (result.Activated)
            PolicyLog.BundleTaken(_logger, Host.Status().ToString());
        else
            PolicyLog.BundleRefused(_logger, result.Reason!, Host.Digest);
    }

    /// <summary>The controls whose rules fired, each once.</summary>
    internal static string Rules(Decision decision) =>
        string.Join(", ", decision.Fired.Select(rule => rule.Origin.Control).Distinct(StringComparer.Ordinal));

    /// <summary>What the application knows of a request.</summary>
    /// <exception cref="TimeoutException">It does not say so in time.</exception>
    internal async ValueTask<ChatFacts> FactsAsync(List<ChatMessage> messages, ChatOptions? options, CancellationToken cancellation)
    {
        if (Options.Facts is not { } ask)
            return ChatFacts.None;
        var asked = ask(new ChatRequest(messages, options), cancellation);
        // Most know it at once.
        var facts = asked.IsCompletedSuccessfully
            ? asked.Result
            : await asked.AsTask().WaitAsync(Options.BindingTimeout, Options.Clock, cancellation).ConfigureAwait(false);
        return facts ?? throw new InvalidOperationException("ChatPolicyOptions.Facts has given null: give ChatFacts.None for nobody.");
    }

    internal async ValueTask NotifyAsync(string target, Decision decision, CancellationToken cancellation)
    {
        try
        {
            if (Options.Notifications.TryGetValue(target, out var notify))
                await InTimeAsync(async time => { await notify(decision, time).ConfigureAwait(false); return true; }, cancellation)
                    .ConfigureAwait(false);
            else
                PolicyLog.NotBound(_logger, target);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            ReportFault(target, fault);
        }
    }

    internal async ValueTask<bool> ConfirmAsync(string duty, Decision decision, CancellationToken cancellation)
    {
        try
        {
            return Options.Duties.TryGetValue(duty, out var confirm)
                && await InTimeAsync(time => confirm(decision, time), cancellation).ConfigureAwait(false);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            ReportFault(duty, fault);
            return false;
        }
    }

    /// <summary>
    /// Ends once judges have looked at every decision that waits for them; from the cancellation on they are not asked any more, and
    /// <c>on error</c> of each follows. Decisions that come later are settled in the same way. <c>AddAirsPolicy</c> has it called when the
    /// application ends.
    /// </summary>
    /// <param name="cancellation">Ends the asking.</param>
    /// <exception cref="TimeoutException">A notification has not ended within five seconds of the cancellation.</exception>
    public Task DrainAsync(CancellationToken cancellation = default) => _reviews.DrainAsync(cancellation);

    /// <summary>Ends once judges have looked at every decision that waits for them, and goes on taking others.</summary>
    public Task ReviewedAsync(CancellationToken cancellation = default) => _reviews.SettledAsync(cancellation);

    /// <summary>Has the judges asked that look at decisions afterwards, without anybody waiting for them.</summary>
    /// <param name="point">The point.</param>
    /// <param name="facts">What was decided on.</param>
    /// <param name="wentOn">Whether the content goes on, so that it can be taken back.</param>
    internal void ReviewLater(string point, ReadOnlyMemory<byte> facts, bool wentOn = true)
    {
        // The request goes on, and its facts with it.
        if (!Host.IsReviewed(point))
            return;
        var review = new WaitingReview(point, facts.ToArray(), $"{Guid.CreateVersion7():N}", wentOn);
        _kept.Keep(review.Id, review.Write());
        _reviews.Add(review);
    }

    private async ValueTask<T> InTimeAsync<T>(Func<CancellationToken, ValueTask<T>> ask, CancellationToken cancellation)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            return await ask(time.Token).AsTask().WaitAsync(Options.BindingTimeout, Options.Clock, cancellation).ConfigureAwait(false);
        }
        catch
        {
            await time.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task ReviewAsync(WaitingReview waiting, CancellationToken cancellation)
    {
        try
        {
            // Forgotten before it is counted: after a crash it may be asked again, and is never counted twice.
            var review = await Host
                .ReviewAsync(waiting.Point, waiting.Facts, () => _kept.Forget(waiting.Id), cancellation)
                .ConfigureAwait(false);
            await TellAsync(review, waiting.WentOn).ConfigureAwait(false);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            ReportFault(waiting.Point, fault);
        }
    }

    private async Task SettleAsync(WaitingReview waiting)
    {
        try
        {
            _kept.Forget(waiting.Id);
            var review = await Host.ReviewUnaskedAsync(waiting.Point, waiting.Facts).ConfigureAwait(false);
            if (review.Decision.Fired.Count > 0)
                PolicyLog.NotReviewed(_logger, waiting.Point, review.Decision.Outcome, Rules(review.Decision));
            await TellAsync(review, waiting.WentOn).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            ReportFault(waiting.Point, fault);
        }
    }

    // What has gone nowhere cannot be taken back.
    private async Task TellAsync(JudgeReview review, bool wentOn)
    {
        foreach (var told in review.Decision.Events)
        {
            if (told.Action == EventAction.Notify)
                await NotifyAsync(told.Target, review.Decision, CancellationToken.None).ConfigureAwait(false);
            else if (told.Action == EventAction.Retract && wentOn)
                await RetractAsync(new Retraction(told.Target, review)).ConfigureAwait(false);
        }
    }

    private async Task RetractAsync(Retraction retraction)
    {
        try
        {
            if (Options.Retract is { } retract)
                await InTimeAsync(async time => { await retract(retraction, time).ConfigureAwait(false); return true; }, CancellationToken.None)
                    .ConfigureAwait(false);
            else
                PolicyLog.NotBound(_logger, Bindings.Retract);
        }
        catch (Exception fault)
        {
            ReportFault(retraction.Review.Decision.Point, fault);
        }
    }
}
