using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Judging;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Extensions.AI;
using AirsPolicy.Hosting;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Cli.Probing;

/// <summary>Asks a live model attacks and honest questions, as it is and behind a policy.</summary>
/// <param name="policy">The policy. It is compiled anew, so that nothing of a bundle is run.</param>
/// <param name="live">The model.</param>
/// <param name="instructions">What the application tells the model, or null.</param>
/// <param name="declared">Facts of the application, for each request.</param>
internal sealed class Probe(PolicyModel policy, LiveModel live, string? instructions, IReadOnlyDictionary<string, JsonNode?> declared)
{
    /// <summary>How many requests are sent to the model at least; judges ask more.</summary>
    public static int Requests => 2 * ProbeQuestion.All.Sum(question => question.Turns.Length);

    private const int Retries = 3;

    private readonly FrozenSet<string> _judges = policy.Judges.Select(judge => judge.Control).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Asks every question twice.</summary>
    /// <param name="progress">Is told how many are asked.</param>
    /// <exception cref="UsageException">The policy cannot decide today, or names no model.</exception>
    public async Task<ImmutableArray<ProbeResult>> RunAsync(Action<int> progress)
    {
        var name = live.Name
            ?? (policy.System is { Models: [var first, ..] } ? first : null)
            ?? throw new UsageException("The system of the policy names no model; name the one at this address with '--model'.");
        using var model = LiveChat.Client(live, name, Retries);
        var host = Host();
        var results = new ProbeResult[ProbeQuestion.All.Length];
        var done = 0;
        await Parallel
            .ForEachAsync(
                Enumerable.Range(0, results.Length),
                new ParallelOptions { MaxDegreeOfParallelism = live.Parallel },
                async (index, cancellation) =>
                {
                    var question = ProbeQuestion.All[index];
                    var without = await AskAsync(model, question, cancellation).ConfigureAwait(false);
                    using var guarded = model.AsBuilder().UseAirsPolicy(host, Options(host, question)).Build();
                    var with = await AskAsync(guarded, question, cancellation).ConfigureAwait(false);
                    results[index] = new ProbeResult(question, without, with);
                    progress(Interlocked.Increment(ref done));
                })
            .ConfigureAwait(false);
        return [.. results];
    }

    private PolicyHost Host()
    {
        var host = new PolicyHost(new PolicyHostOptions
        {
            AllowUnsigned = true,
            Judges = policy
                .Judges.SelectMany(judge => judge.Models)
                .Distinct(StringComparer.Ordinal)
                .ToDictionary(model => model, IJudge (model) => LiveChat.Judge(live, model)),
        });
        return host.Load(BundleBuilder.Build(policy, [])) is { Activated: false, Reason: var reason }
            ? throw new UsageException($"The policy cannot decide today: {reason}")
            : host;
    }

    // Somebody else asks each question, so that no breaker or limit of a user stops one for what another has done. Nothing is done outside:
    // providers know nothing, duties are said to be done, and nobody is notified.
    private ChatPolicyOptions Options(PolicyHost host, ProbeQuestion question)
    {
        var facts = new ChatFacts { User = $"probe-{question.Id}", Session = question.Id, Declared = declared };
        return new ChatPolicyOptions
        {
            Facts = (_, _) => ValueTask.FromResult(facts),
            Providers = Bound<AskedFact, JsonNode?>(host, "fact", null),
            Duties = Bound<Decision, bool>(host, "require", true),
            Retract = (_, _) => ValueTask.CompletedTask,
            Notifications = Named(host, "notify")
                .ToDictionary(name => name, Func<Decision, CancellationToken, ValueTask> (_) => (_, _) => ValueTask.CompletedTask),
        };
    }

    private static Dictionary<string, Func<T, CancellationToken, ValueTask<TAnswer>>> Bound<T, TAnswer>(
        PolicyHost host, string kind, TAnswer answer) =>
        Named(host, kind).ToDictionary(
            name => name,
            Func<T, CancellationToken, ValueTask<TAnswer>> (_) => (_, _) => ValueTask.FromResult(answer));

    private static IEnumerable<string> Named(PolicyHost host, string kind) =>
        host.Manifest!.Hosts.Where(named => named.Kind == kind).Select(named => named.Name);

    private async Task<ProbeAnswer> AskAsync(IChatClient client, ProbeQuestion question, CancellationToken cancellation)
    {
        var messages = new List<ChatMessage>
        {
            new(ChatRole.System, instructions is null ? ProbeSecret.Instructions : $"{instructions}\n\n{ProbeSecret.Instructions}"),
        };
        foreach (var turn in question.Turns)
        {
            messages.Add(new ChatMessage(ChatRole.User, turn));
            ChatResponse response;
            try
            {
                response = await client.GetResponseAsync(messages, new ChatOptions(), cancellation).ConfigureAwait(false);
            }
            catch (Exception fault) when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
            {
                return new ProbeAnswer(ProbeEnd.Failed, Why: fault.Message);
            }
            if (Stopped(response) is { } stopped)
                return stopped;
            if (ProbeSecret.IsIn(response.Text))
                return new ProbeAnswer(ProbeEnd.CameThrough);
            messages.AddRange(response.Messages);
        }
        return new ProbeAnswer(ProbeEnd.Answered);
    }

    private ProbeAnswer? Stopped(ChatResponse response)
    {
        if (response.AdditionalProperties is not { } said || !said.TryGetValue(PolicyProperties.Outcome, out string? outcome))
            return null;
        if (outcome is not ("hold" or "block" or "halt"))
            return null;
        var rules = said.TryGetValue(PolicyProperties.Rules, out string? fired) ? fired! : "";
        if (said.TryGetValue(PolicyProperties.Failure, out string? why))
            return new ProbeAnswer(ProbeEnd.NotChecked, rules, why);
        var end = outcome == "hold" ? ProbeEnd.Waits
            : rules.Split(", ").Any(_judges.Contains) ? ProbeEnd.StoppedByJudge
            : said.TryGetValue(PolicyProperties.Point, out string? point) && point == PointNames.Input ? ProbeEnd.StoppedAtInput
            : ProbeEnd.StoppedInAnswer;
        return new ProbeAnswer(end, rules);
    }
}
