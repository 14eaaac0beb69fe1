using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Diagnostics;

/// <summary>6xxx: catalogues, schemes, tiers and waivers, as far as binding says it; the rest stands beside its analysis.</summary>
internal static class GovernanceDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownCatalogue = new(
        "AIRS6001", Error, "Unknown catalogue",
        "There is no catalogue \"{0}\"{1}",
        "Catalogues ship with the compiler: the controls of the framework (airs_sdk, airs_infrastructure, airs_maso, airs_extraction, " +
        "airs_environment), its risks (airs_risks) and the threats of OWASP (owasp_llm_2025, owasp_agentic_2026). One of your own is a " +
        "file of the package whose name ends in `.json`."
    );

    public static readonly DiagnosticDescriptor UnusableCatalogue = new(
        "AIRS6046", Error, "Catalogue file that cannot be used",
        "The catalogue \"{0}\" cannot be used: {1}.",
        "A catalogue of your own lies in the folder of the package or below it. It is a JSON object with `catalogue` (its name), " +
        "`title`, `kind` (`controls` or `threats`) and `entries`, each with an `id` and a `title`. A member that is not known is " +
        "refused, so that a slip loosens nothing. A file has up to 1 MiB and 2,000 entries."
    );

    public static readonly DiagnosticDescriptor SharedId = new(
        "AIRS6047", Error, "Id of two catalogues",
        "'{0}' lists '{1}', which '{2}' lists too; give it another id, or take one of the two out.",
        "An id means one thing in a policy. Ids of your own are best given a prefix that no other catalogue has."
    );

    public static readonly DiagnosticDescriptor UnknownId = new(
        "AIRS6002", Error, "Id of no catalogue in use",
        "There is no '{0}' in the catalogues in use{1}",
        "Ids stand behind `satisfies`, `mitigates`, `requires`, `waive` and `inapplicable`. They are those of the catalogues that the " +
        "package, or one whose names it can write, takes in with `use catalogue`."
    );

    public static readonly DiagnosticDescriptor NotSatisfied = new(
        "AIRS6003", Error, "Threat that is satisfied",
        "'{0}' is a threat, which is mitigated; write 'mitigates'.",
        "A catalogue lists controls, which a policy satisfies, or threats, which it mitigates.");

    public static readonly DiagnosticDescriptor NotMitigated = new(
        "AIRS6004", Error, "Control that is mitigated",
        "'{0}' is a control, which is satisfied; write 'satisfies'.",
        "A catalogue lists controls, which a policy satisfies, or threats, which it mitigates.");

    public static readonly DiagnosticDescriptor LadderBroken = new(
        "AIRS6008", Error, "Ladder that does not rise",
        "The ladder does not rise at '{0}': each tier but the last has a bound, and each bound is higher than the one before.",
        "`ladder low 2, medium 6, high` leads scores up to 2 to low, up to 6 to medium, and all others to high.");

    public static readonly DiagnosticDescriptor RankBroken = new(
        "AIRS6009", Error, "Rank that does not fit",
        "The rank {1} of '{0}' does not fit that of '{2}', which is {3}; ranks rise with the ladder, and no two tiers share one.",
        "What a tier requires is required by every tier of a higher rank, so ranks and ladder have to agree. A tier of the ladder that " +
        "says no `rank` has the one after that of the tier below it; the lowest has 1."
    );

    public static readonly DiagnosticDescriptor NoRank = new(
        "AIRS6010", Error, "Tier without a rank",
        "'{0}' stands in no ladder, so it needs a 'rank'.",
        "A tier of the ladder has its place there. Any other says by its rank between which tiers it lies: the ladder's tiers have the " +
        "ranks 1, 2, 3 and so on, unless they say others."
    );

    public static readonly DiagnosticDescriptor NoTiers = new(
        "AIRS6011", Error, "Scheme without tiers",
        "The scheme '{0}' has no tiers; add a 'ladder'.",
        "A scheme leads a system to a tier. Its tiers are those of its ladder and those that `tier … in` adds.");

    public static readonly DiagnosticDescriptor ProfileUnread = new(
        "AIRS6012", Error, "Profile that nobody reads",
        "No scheme that the system stands in asks for '{0}'{1}",
        "The profile of a system says what the schemes ask for in which it stands. A scheme comes with the package that declares it: " +
        "`use airs.tiers`."
    );

    public static readonly DiagnosticDescriptor NoStatus = new(
        "AIRS6013", Error, "System in no tier of a scheme",
        "The system stands in no tier of '{0}'; add 'tier {0}.…' to it.",
        "`SCHEME.tier` is the tier in which the system stands, which is known when the policy is compiled.");

    public static readonly DiagnosticDescriptor UnknownRequirement = new(
        "AIRS6014", Error, "Requirement of nothing",
        "A tier cannot require '{0}'{1}",
        "A tier requires ids of catalogues, and bounds of what a policy declares: on_error, judge.sample, judge.independence, " +
        "judge.agreement, judge.missed, judge.false_alarms, queue.sla, queue.approvals, system.stream, agent.depth, agent.tools, " +
        "workflow.goals, workflow.one_provider, limit.run.tool_calls, limit.run.cost and the same of a session, point.NAME of a decision point, waiver.term at " +
        "most a duration, waiver.approver with roles, and audit.record, audit.mask and audit.retain of each kind of record."
    );

    public static readonly DiagnosticDescriptor LibraryWaives = new(
        "AIRS6019", Error, "Library that loosens",
        "A library only restricts, and '{0}' {1}.",
        "To loosen what is in force belongs to the deployable policy, whose owner answers for it.");

    public static readonly DiagnosticDescriptor NotInForce = new(
        "AIRS6020", Error, "Waiver of what is not in force",
        "'{0}' is a control of '{1}', which is not in force here.",
        "`use` brings names into scope and nothing more. Only controls that are in force can be waived, or stand in for what is.");

    public static readonly DiagnosticDescriptor NeverWaived = new(
        "AIRS6021", Error, "Control that is never waived",
        "'{0}' is never waived.",
        "The control says `never waived`: no reason and nobody's approval takes it out of force.");

    public static readonly DiagnosticDescriptor OwnApproval = new(
        "AIRS6022", Error, "Approval by the owner",
        "{0} is approved by '{1}', who owns it; somebody else has to approve it.",
        "Whoever answers for a system or a control does not let himself off.");

    public static readonly DiagnosticDescriptor GrantOutside = new(
        "AIRS6029", Error, "Grant outside the policy that is extended",
        "'{1}' is extended here and grants no {2} '{0}'.",
        "Extending a policy closes its grants: its tools and agents are the allow-list, and a policy that extends it can only restrict " +
        "them. Declare it in the policy that is extended, or do not extend it."
    );
}
