using System.Buffers;
using System.Text.Json;
using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Numbers;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Runtime.State.Pace;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Hosting.Reviewing;

/// <summary>
/// Does what an operator asks of a desk. Halting, lifting and degrading takes a role of the operators; on a recovery the policy decides.
/// </summary>
/// <param name="host">The host.</param>
/// <param name="operators">The roles that may; without one nobody may.</param>
internal sealed class DeskOperations(PolicyHost host, ValueList<string> operators)
{
    private const int MostCharacters = 1_000;

    // What is halted for longer is halted until somebody lifts it.
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(10 * 365);

    /// <summary>Whether an action is one of operators.</summary>
    public static bool Knows(DeskAction action) => action >= DeskAction.Queues;

    /// <summary>One line for one line.</summary>
    public byte[] Answer(Reviewer by, DeskRequest request)
    {
        if (request.Action == DeskAction.Queues)
            return DeskService.Written(json => QueueJson.Write(json, host, IsOperator(by) ? null : by));
        if (request.Action != DeskAction.Recover && !IsOperator(by))
            return Said(ReviewAnswer.NotAReviewer, WhoMay(by));
        if (request.Action == DeskAction.Status)
            return DeskService.Written(json => StatusJson.Write(json, host));
        if (host.State is not { } state)
            return Said(ReviewAnswer.Unusable, "No policy decides that keeps a state, so that there is nothing to halt, lift or degrade.");
        if (new[] { request.Id, request.Text }.Any(text => text?.Length > MostCharacters))
            return Said(ReviewAnswer.Unusable, $"An id, a message and a reason have at most {MostCharacters} characters each.");
        return request.Action switch
        {
            DeskAction.Halt => Halt(by, request),
            DeskAction.Lift => Lift(by, request, state),
            DeskAction.Degrade => Degrade(by, request, state.Pace),
            _ => Recover(by, request, state.Pace),
        };
    }

    private bool IsOperator(Reviewer by) => operators.Any(role => by.Roles.Contains(role));

    private string WhoMay(Reviewer by) => operators.Count == 0
        ? "Nobody may do that here: the application names no roles of operators ('ReviewDeskOptions.Operators')."
        : $"Only {Roles(operators)} may do that; '{by.Id}' is {(by.Roles.Count == 0 ? "without a role" : Roles(by.Roles))}.";

    private byte[] Halt(Reviewer by, DeskRequest request)
    {
        if (ScopeOf(request) is not { } scope)
            return Said(ReviewAnswer.Unusable, NoScope());
        if (string.IsNullOrEmpty(request.Id) != (scope == HaltScope.System))
            return Said(ReviewAnswer.Unusable, Which(scope));
        long ticks = 0;
        if (request.For is { } time && !(DurationText.TryParse(time, out ticks) && ticks > 0 && ticks <= s_longest.Ticks))
            return Said(ReviewAnswer.Unusable, $"'{time}' is no time for which something is halted; write it as 30m, 4h or 2d.");
        var unkept = host.Halt(scope, request.Id ?? "", by.Id, request.Text, request.For is null ? null : TimeSpan.FromTicks(ticks));
        var what = scope == HaltScope.System ? "The system" : $"The {NameOf(scope)} '{request.Id}'";
        return Done($"{what} is halted {(request.For is { } lasts ? $"for {lasts}" : "until somebody lifts it")}.", unkept);
    }

    private byte[] Lift(Reviewer by, DeskRequest request, PolicyState state)
    {
        if (ScopeOf(request) is not { } scope)
            return Said(ReviewAnswer.Unusable, NoScope());
        var key = default(StateKey);
        if (request.Key is { } hex && !StateKey.TryHex(hex, out key))
            return Said(ReviewAnswer.Unusable, "The key is not as 'status' says it: 64 digits in hexadecimal.");
        if (string.IsNullOrEmpty(request.Key ?? request.Id) != (scope == HaltScope.System))
            return Said(ReviewAnswer.Unusable, Which(scope));
        if (request.Key is null)
            key = PolicyHost.KeyOf(scope, request.Id ?? "");
        if (by.Kind != ReviewerKind.Person)
            return Said(ReviewAnswer.NotAReviewer, $"Only a person lifts a halt, with a role of {Roles(operators)}.");
        if (scope == HaltScope.User && key == PolicyHost.KeyOf(scope, by.Id))
            return Said(ReviewAnswer.NotAReviewer, $"Nobody lifts their own halt; another person with a role of {Roles(operators)} may.");
        var what = scope == HaltScope.System ? "The system" : $"The {NameOf(scope)} '{request.Id ?? request.Key}'";
        if (!IsHalted(state, scope, key))
            return Said(ReviewAnswer.Unusable, $"{what} is not halted.");
        var unkept = host.Lift(scope, key, request.Id, by.Id);
        return IsHalted(state, scope, key)
            ? Said(
                ReviewAnswer.Unusable,
                $"{what} shares a place with others, of which one is halted: the application lifts those with 'State.Halts.LiftCrowded'.")
            : Done($"{what} is halted no more.", unkept);
    }

    private byte[] Degrade(Reviewer by, DeskRequest request, PaceState pace)
    {
        if (pace.NumberOf(request.Id ?? "") is not { } number)
            return Said(ReviewAnswer.Unusable, NoChart(request.Id, pace));
        if (PaceLevels.Find(request.State) is not (> PaceLevel.Primary and var level))
            return Said(ReviewAnswer.Unusable, $"'{request.State}' is no worse state; there are alternate, contingency and emergency.");
        if (string.IsNullOrWhiteSpace(request.Text))
            return Said(ReviewAnswer.Unusable, "Say why the chart is degraded, for those who look at it later.");
        var unkept = host.Degrade(request.Id!, level, by.Id, request.Text);
        return Done($"The chart '{request.Id}' is at {NameOf(pace, number)}.", unkept);
    }

    // Never around the policy: it knows who may, and when.
    private byte[] Recover(Reviewer by, DeskRequest request, PaceState pace)
    {
        if (pace.NumberOf(request.Id ?? "") is not { } number)
            return Said(ReviewAnswer.Unusable, NoChart(request.Id, pace));
        var decision = host.Decide(PointNames.Recovery, FactsOfRecovery(request.Id!, by), out var waits);
        if (decision is { Failure: null, Outcome: < Outcome.Hold })
            return Said(ReviewAnswer.Done, $"The chart '{request.Id}' is at {NameOf(pace, number)}.");
        var why = waits is { } held ? $"It waits for people as request {held}."
            : decision.Message ?? decision.Failure?.Detail
            ?? decision.Fired.Select(rule => rule.Failure?.Detail ?? $"The control '{rule.Origin.Control}' refuses it.").FirstOrDefault();
        return Said(ReviewAnswer.AgainstPolicy, $"The chart '{request.Id}' stays at {NameOf(pace, number)}. {why}");
    }

    private static byte[] FactsOfRecovery(string chart, Reviewer by)
    {
        var facts = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(facts))
        {
            json.WriteStartObject();
            json.WriteStartObject("recovery");
            json.WriteString("action", "recover");
            json.WriteString("id", chart);
            json.WriteEndObject();
            json.WriteStartObject("approver");
            json.WriteString("kind", by.Kind.ToString().ToLowerInvariant());
            json.WriteString("id", by.Id);
            WriteRoles(json, by);
            json.WriteEndObject();
            json.WriteStartObject("user");
            json.WriteString("id", by.Id);
            WriteRoles(json, by);
            json.WriteEndObject();
            json.WriteStartObject("session");
            json.WriteString("id", "desk");
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return facts.WrittenSpan.ToArray();
    }

    private static void WriteRoles(Utf8JsonWriter json, Reviewer by)
    {
        json.WriteStartArray("roles");
        foreach (var role in by.Roles)
            json.WriteStringValue(role);
        json.WriteEndArray();
    }

    private bool IsHalted(PolicyState state, HaltScope scope, in StateKey key)
    {
        var now = host.Clock.GetUtcNow().UtcTicks;
        return (scope == HaltScope.System ? state.Halts.OfSystem(now) : state.Halts.Of(scope, key, now)).Count > 0;
    }

    private static HaltScope? ScopeOf(DeskRequest request) =>
        Enum.GetValues<HaltScope>().Cast<HaltScope?>().FirstOrDefault(scope => NameOf(scope!.Value) == request.Scope);

    private static string NoScope() => $"Say what, as one of {string.Join(", ", Enum.GetValues<HaltScope>().Select(NameOf))}.";

    private static string Which(HaltScope scope) => scope == HaltScope.System
        ? "There is one system: give no id."
        : $"Say which {NameOf(scope)}, by its id.";

    private static string NoChart(string? chart, PaceState pace) => pace.Names.Count == 0
        ? "The policy that decides has no charts."
        : $"There is no chart '{chart}'; there are {Roles(pace.Names)}.";

    private static string NameOf(HaltScope scope) => StatusJson.NameOf(scope);

    private static string NameOf(PaceState pace, int chart) => PaceLevels.NameOf(pace.Reading.Charts[chart].Level);

    private static string Roles(IEnumerable<string> names) => string.Join(" or ", names.Select(name => $"'{name}'"));

    private static byte[] Done(string message, string? unkept) => unkept is null
        ? Said(ReviewAnswer.Done, message)
        : Said(ReviewAnswer.Unkept, $"{message} A restart may forget it: {unkept} Say it again then.");

    private static byte[] Said(ReviewAnswer answer, string message) => DeskService.Said(new ReviewResult(answer, message));
}
