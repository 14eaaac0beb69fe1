namespace AirsPolicy.Conformance.Tests.Policies;

/// <summary>A case of the framework about PACE or breakers, and the policy test that covers it.</summary>
/// <param name="Group">Where it is from.</param>
/// <param name="Id">The name that it has there, or its number.</param>
/// <param name="Policy">The policy in <c>tests/corpus/framework/pace</c>, or null where no policy test can say it.</param>
/// <param name="Test">The test, or what holds it.</param>
internal sealed record FrameworkPaceCase(string Group, string Id, string? Policy, string Test);

/// <summary>The cases of the framework's kit, programme, playbook and checklist for PACE and breakers: ids alone.</summary>
internal static class FrameworkPaceCases
{
    public const string Procedures = "`docs/core/pace-checklist-section.md` and `docs/maso/implementation`";
    public const string KitCharts = "`tests/test_pace.py`";
    public const string KitBreakers = "`tests/test_circuit_breaker.py`";
    public const string KitPipeline = "`tests/test_pipeline.py`";
    public const string Programme = "`docs/maso/implementation`, tests of the tiers";
    public const string Playbook = "`docs/maso/red-team/red-team-playbook.md`";
    public const string Hazards = "`src/airs/runtime`, what not to copy";

    private const string Low = "framework.pace.low";
    private const string High = "framework.pace.high";
    private const string Critical = "framework.pace.critical";

    public static IReadOnlyList<FrameworkPaceCase> All { get; } =
    [
        new(Procedures, "PT-1", High, "where guardrails fail nothing passes by itself"),
        new(Procedures, "PT-2", High, "where the judge fails answers wait for people"),
        new(Procedures, "PT-3", Critical, "where guardrails fail nothing passes"),
        new(Procedures, "PT-4", Critical, "where the judge fails everything stands still"),
        new(Procedures, "PT-5", Critical, "a breaker that opens is answered by what stands in at once"),
        new(Procedures, "PT-6", null, "people try the fallback itself; that each chart which can come to emergency names one is AIRS5008"),
        new(Procedures, "PT-7", Critical, "the whole way down and up again"),
        new(Procedures, "PT-8", null, "`Every_tool_says_what_becomes_of_its_calls_under_way`"),
        new(Procedures, "PT-9", null, "people walk through it; `tested DATE` says when, and `requires pace.tested at most …` how often"),
        new(
            Procedures,
            "PT-10",
            Low,
            "the feature is switched off by one word, answers with what stands in for it, and comes back in steps"),
        new(Procedures, "PT-11", High, "what people suspect leaves one agent that works under supervision"),
        new(Procedures, "PT-12", High, "a system that fails a fourth time in a day is kept at contingency"),

        new(KitCharts, "test_starts_at_primary", High, "every layer and the system begin at primary"),
        new(KitCharts, "test_escalate_one_level", High, "one reading that is off is one step, and the system follows"),
        new(KitCharts, "test_escalate_to_emergency", High, "what gets worse three times is at emergency"),
        new(KitCharts, "test_cannot_escalate_past_emergency", High, "emergency is reached at once, and nothing is worse"),
        new(KitCharts, "test_emergency_jumps_directly", High, "emergency is reached at once, and nothing is worse"),
        new(KitCharts, "test_recovery_requires_authorization", High, "nobody brings a layer back who has no right to"),
        new(KitCharts, "test_recovery_steps_down", High, "each step back has its own authority and its time, and none is skipped"),
        new(KitCharts, "test_full_recovery", High, "each step back has its own authority and its time, and none is skipped"),
        new(KitCharts, "test_history_recorded", High, "people hear of each change"),
        new(KitCharts, "test_transition_callback", High, "people hear of each change"),
        new(KitCharts, "test_policy_changes_with_state", High, "a person sees every answer from contingency on"),
        new(KitCharts, "test_judge_sampling_at_primary", Low, "a fifth of the answers is judged"),
        new(KitCharts, "test_judge_all_at_alternate", Low, "at alternate all are"),

        new(KitBreakers, "test_starts_closed", High, "breakers are closed and let requests through"),
        new(KitBreakers, "test_allows_requests_when_closed", High, "breakers are closed and let requests through"),
        new(KitBreakers, "test_trips_after_threshold", High, "a fifth refusal opens the breaker of a user, and nobody else's"),
        new(KitBreakers, "test_blocks_when_open", High, "a fifth refusal opens the breaker of a user, and nobody else's"),
        new(KitBreakers, "test_manual_trip", High, "at emergency nothing is done at any point"),
        new(KitBreakers, "test_manual_reset", High, "an agent that is refused three times stands still until somebody has looked"),
        new(KitBreakers, "test_state_change_callback", High, "what many users are refused stops everybody, until a person closes it"),
        new(KitBreakers, "test_stats", High, "answers that go on do not dilute what is refused"),
        new(KitBreakers, "test_success_doesnt_trip", High, "what goes on opens nothing"),

        new(KitPipeline, "test_circuit_breaker_blocks_all", High, "what many users are refused stops everybody, until a person closes it"),
        new(KitPipeline, "test_pace_state_in_result", High, "every layer and the system begin at primary"),
        new(KitPipeline, "test_pace_contingency_requires_human", High, "a person sees every answer from contingency on"),

        new(Programme, "tier 1, 1", Critical, "what cannot be undone waits for two people, and a refusal prevents it"),
        new(Programme, "tier 1, 4", High, "at emergency nothing is done at any point"),
        new(Programme, "tier 2, 7", High, "a change that is too large brings the system to alternate, where writing waits for people"),
        new(Programme, "tier 2, 8", High, "an agent that is refused three times stands still until somebody has looked"),
        new(Programme, "tier 2, 10", High, "one reading that is off is one step, and the system follows"),
        new(Programme, "tier 2, 11", High, "what people suspect leaves one agent that works under supervision"),
        new(Programme, "tier 2, 12", Critical, "the whole way down and up again"),
        new(Programme, "tier 3, 2", High, "a system that fails a fourth time in a day is kept at contingency"),
        new(Programme, "tier 3, 5", null, "the time is the host's: what is decided after the signal is refused, as in tier 1, 4"),
        new(Programme, "tier 3, 6", High, "readings that are missing are no sign of health"),
        new(Programme, "tier 3, 7", High, "emergency needs nobody who decides on it"),

        new(Playbook, "RT-11", High, "at emergency nothing is done at any point"),
        new(Playbook, "RT-12", Critical, "nobody brings the system back while a layer is still down"),

        new(Hazards, "1", High, "nobody brings a layer back who has no right to"),
        new(Hazards, "2", High, "each step back has its own authority and its time, and none is skipped"),
        new(Hazards, "3", High, "slow guardrails are at alternate after five minutes"),
        new(Hazards, "4", High, "what many users are refused stops everybody, until a person closes it"),
        new(Hazards, "5", High, "one hostile user alone stops nobody else"),
        new(Hazards, "6", null, "`No_more_decisions_try_it_at_a_time_than_have_to_go_on`, of the runtime"),
        new(Hazards, "7", High, "at emergency nothing is done at any point"),
        new(Hazards, "8", Critical, "a breaker that opens is answered by what stands in at once"),
        new(Hazards, "9", High, "what was doubtful in the question is judged in the answer"),
        new(Hazards, "10", High, "answers that go on do not dilute what is refused"),
        new(Hazards, "11", High, "readings that are missing are no sign of health"),
        new(Hazards, "12", High, "what was doubtful in the question is judged in the answer"),
    ];

    /// <summary>The table of the documentation.</summary>
    public static string Write()
    {
        var rows = All.Select(row => $"| {row.Group} | `{row.Id}` | {(row.Policy is null ? "" : $"`{row.Policy}`")} | {row.Test} |\n");
        return "| from | case | policy | covered by |\n|---|---|---|---|\n" + string.Concat(rows);
    }
}
