using System.Collections;
using System.Reflection;
using System.Text.Json.Nodes;
using AirsPolicy.Extensions.AI.Tests.Scripted;
using AirsPolicy.Hosting;
using AirsPolicy.Hosting.Tests.Evaluating;
using AirsPolicy.Runtime.Decisions;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI.Tests;

/// <summary>Whatever goes wrong with what an application binds, what was refused before is refused still.</summary>
public sealed class FaultTests
{
    private const string Source = """
        policy desk
        system d { owner "o" }
        fact debts: int at output from "crm" within 1s on error block
        detector toxic { match classifier "tox"  found at 50%  timeout 1s  on error block }
        judge guard {
          model "small"  at output  timing inline  timeout 1s  on error block
          prompt "Is this right? {{ text }}"
          returns { verdict: one of [pass, fail] }
          when verdict == fail then block
        }
        control owing    { at output  when debts > 5 then block }
        control toxins   { at output  when toxic.found(text) then block }
        control receipts { at output  always require "receipt", notify "on-call" }
        control plain    { at input   when text contains "bad" then block, notify "on-call" }
        """;

    // How something that is bound can fail; each leaves it to the time of the policy, or gives nothing or nonsense.
    private static readonly Fault[] s_faults = [Fault.Throws, Fault.Hangs, Fault.Junk, Fault.Cancels];

    // Each by the type and member that an application binds it with: what refuses there when all is well.
    private static readonly Dictionary<string, Func<Fault, Bound, Bound>> s_places = new(StringComparer.Ordinal)
    {
        ["PolicyHostOptions.Judges"] = (fault, bound) => bound with { Judge = fault },
        ["PolicyHostOptions.Classifiers"] = (fault, bound) => bound with { Classifier = fault },
        ["ChatPolicyOptions.Providers"] = (fault, bound) => bound with { Provider = fault },
        ["ChatPolicyOptions.Duties"] = (fault, bound) => bound with { Duty = fault },
        ["ChatPolicyOptions.Notifications"] = (fault, bound) => bound with { Notification = fault },
        ["ChatPolicyOptions.Facts"] = (fault, bound) => bound with { Facts = fault },
    };

    // These are asked when a bundle is taken or a judge is measured, and decide on no request, or refuse where something has to be kept,
    // or take back what has gone on: their tests are beside them.
    private static readonly string[] s_elsewhere =
    [
        "PolicyHostOptions.Accepts", "PolicyHostOptions.ChannelMarks", "PolicyHostOptions.Store", "ChatJudgeOptions.IsTransient",
        "ChatPolicyOptions.Retract",
    ];

    public static TheoryData<string> Places => [.. s_places.Keys];

    [Fact]
    public void Everything_that_an_application_binds_has_its_faults_here()
    {
        var found = new[] { typeof(PolicyHostOptions), typeof(ChatPolicyOptions), typeof(ChatJudgeOptions) }
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(IsBound), (type, property) =>
                $"{property.DeclaringType!.Name}.{property.Name}");
        Assert.Equal(s_places.Keys.Concat(s_elsewhere).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task With_nothing_wrong_an_answer_goes_on()
    {
        var response = await AskAsync(new Bound(), "When?");
        Assert.Equal("At nine.", response.Text);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_fault_lets_nothing_go_on_that_was_refused_before(string place)
    {
        foreach (var fault in s_faults)
        {
            var bound = s_places[place](fault, new Bound());
            Assert.True(await IsRefusedAsync(bound, "That is bad."), $"{place}, {fault}: a question that a rule blocks");
            // What nobody answers does not go on. Whoever is told of it alone stops nothing.
            var stops = place != "ChatPolicyOptions.Notifications";
            Assert.True(stops == await IsRefusedAsync(bound, "When?"), $"{place}, {fault}: an answer that needs it");
        }
    }

    [Fact]
    public void Times_that_no_clock_can_keep_are_refused_at_once()
    {
        foreach (var time in new[] { TimeSpan.MaxValue, TimeSpan.Zero, Timeout.InfiniteTimeSpan })
        {
            Assert.Throws<ArgumentOutOfRangeException>(
                () => new ChatPolicy(new PolicyHost(), new ChatPolicyOptions { BindingTimeout = time }));
            Assert.Throws<ArgumentOutOfRangeException>(
                () => new ChatPolicy(new PolicyHost(), new ChatPolicyOptions { HeldCalls = time }));
        }
    }

    private static bool IsBound(PropertyInfo property)
    {
        var type = property.PropertyType;
        return IsOurs(type) || typeof(IEnumerable).IsAssignableFrom(type) && type.IsGenericType && type.GetGenericArguments().Any(IsOurs);
    }

    private static bool IsOurs(Type type) =>
        typeof(Delegate).IsAssignableFrom(type)
        || type.IsInterface && type.Namespace?.StartsWith("AirsPolicy", StringComparison.Ordinal) == true;

    // An exception is no answer either.
    private static async Task<bool> IsRefusedAsync(Bound bound, string question)
    {
        try
        {
            return (await AskAsync(bound, question)).FinishReason == ChatFinishReason.ContentFilter;
        }
        catch (Exception fault) when (fault is InvalidOperationException or OperationCanceledException or TimeoutException)
        {
            return true;
        }
    }

    private static async Task<ChatResponse> AskAsync(Bound bound, string question)
    {
        // Each has its time, which is over once it hangs.
        var clock = new FiringClock();
        var chat = new Guarded(
            Source,
            ScriptedClient.Saying("At nine."),
            new ChatPolicyOptions
            {
                Clock = clock,
                Facts = (_, cancellation) => Of(clock, bound.Facts, ChatFacts.None, null!, cancellation),
                Providers = new Dictionary<string, Func<AskedFact, CancellationToken, ValueTask<JsonNode?>>>
                {
                    ["crm"] = (_, cancellation) => Of<JsonNode?>(clock, bound.Provider, 1, "nothing", cancellation),
                },
                Notifications = new Dictionary<string, Func<Decision, CancellationToken, ValueTask>>
                {
                    ["on-call"] = async (_, cancellation) => await Of(clock, bound.Notification, true, true, cancellation),
                },
                Duties = new Dictionary<string, Func<Decision, CancellationToken, ValueTask<bool>>>
                {
                    ["receipt"] = (_, cancellation) => Of(clock, bound.Duty, true, false, cancellation),
                },
            },
            new PolicyHostOptions
            {
                Clock = clock,
                Judges = new Dictionary<string, IJudge> { ["small"] = new Judge(clock, bound.Judge) },
                Classifiers = new Dictionary<string, IClassifier> { ["tox"] = new Classifier(clock, bound.Classifier) },
            });
        return await chat.Client.GetResponseAsync(question);
    }

    private static async ValueTask<T> Of<T>(FiringClock clock, Fault? fault, T well, T junk, CancellationToken cancellation)
    {
        switch (fault)
        {
            case Fault.Throws:
                throw new InvalidOperationException("broken");
            case Fault.Cancels:
                throw new OperationCanceledException("given up by itself");
            case Fault.Hangs:
                clock.Fire();
                await Task.Delay(Timeout.Infinite, cancellation);
                return well;
            default:
                return fault is null ? well : junk;
        }
    }

    private enum Fault
    {
        Throws,
        Hangs,
        Junk,
        Cancels,
    }

    private sealed record Bound(
        Fault? Judge = null,
        Fault? Classifier = null,
        Fault? Provider = null,
        Fault? Duty = null,
        Fault? Notification = null,
        Fault? Facts = null);

    private sealed class Judge(FiringClock clock, Fault? fault) : IJudge
    {
        public ValueTask<string?> AnswerAsync(JudgeQuestion question, CancellationToken cancellation) =>
            Of<string?>(clock, fault, """{"verdict":"pass"}""", "verdict: pass", cancellation);
    }

    private sealed class Classifier(FiringClock clock, Fault? fault) : IClassifier
    {
        public ValueTask<double> ClassifyAsync(string text, CancellationToken cancellation) =>
            Of(clock, fault, 0.1, double.NaN, cancellation);
    }
}
