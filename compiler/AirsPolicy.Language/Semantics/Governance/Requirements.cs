using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Semantics.Audits;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Governance;

/// <summary>What a tier can set bounds of, with its type.</summary>
internal static class Requirements
{
    public const string OnError = "on_error";
    public const string QueueSla = "queue.sla";
    public const string QueueApprovals = "queue.approvals";
    public const string JudgeSample = "judge.sample";
    public const string JudgeIndependence = "judge.independence";
    public const string JudgeAgreement = "judge.agreement";
    public const string JudgeMissed = "judge.missed";
    public const string JudgeFalseAlarms = "judge.false_alarms";
    public const string PaceTested = "pace.tested";
    public const string SystemStream = "system.stream";
    public const string AgentDepth = "agent.depth";
    public const string AgentTools = "agent.tools";
    public const string WorkflowGoals = "workflow.goals";
    public const string WorkflowOneProvider = "workflow.one_provider";
    public const string RunToolCalls = "limit.run.tool_calls";
    public const string RunCost = "limit.run.cost";
    public const string SessionToolCalls = "limit.session.tool_calls";
    public const string SessionCost = "limit.session.cost";

    public const string WaiverTerm = "waiver.term";

    /// <summary>Who approves waivers: roles, one of which it takes.</summary>
    public const string WaiverApprover = "waiver.approver";

    public const string AuditRecord = "audit.record";
    public const string AuditMask = "audit.mask";

    /// <summary>What stands before the kind of a record.</summary>
    public const string AuditRetain = "audit.retain.";

    /// <summary>What stands before the name of a decision point.</summary>
    public const string Point = "point.";

    private static readonly string[] s_guarded = [.. DecisionPoints.All.Select(point => Point + point.Name)];

    private static readonly string[] s_retained = [.. AuditWords.Kinds.Select(kind => AuditRetain + kind)];

    /// <summary>The ways to stream, from the strictest.</summary>
    public static EnumShape Streams { get; } = new(ValueList.Create(["none", "buffered", "post_hoc"]), Rising: true, "stream");

    /// <summary>How far a judge is from the model that it judges: nothing says of a name which family of models it is of.</summary>
    public static EnumShape Independence { get; } =
        new(ValueList.Create(["same_model", "other_model", "other_family", "other_provider"]), Rising: true, "independence");

    /// <summary>The paths.</summary>
    public static IEnumerable<string> Paths =>
        [
            AgentDepth,
            AgentTools,
            AuditMask,
            AuditRecord,
            .. s_retained,
            RunCost,
            RunToolCalls,
            SessionCost,
            SessionToolCalls,
            JudgeAgreement,
            JudgeFalseAlarms,
            JudgeIndependence,
            JudgeMissed,
            JudgeSample,
            OnError,
            PaceTested,
            .. s_guarded,
            QueueApprovals,
            QueueSla,
            SystemStream,
            WaiverTerm,
            WorkflowGoals,
            WorkflowOneProvider,
        ];

    /// <summary>The type of what is bounded, or null where there is no such thing.</summary>
    public static Shape? ShapeOf(string path) => path switch
    {
        OnError => DecisionFacts.Outcome,
        AuditRecord => AuditWords.Depths,
        _ when s_guarded.Contains(path, StringComparer.Ordinal) => DecisionFacts.Outcome,
        _ when s_retained.Contains(path, StringComparer.Ordinal) => DurationShape.Instance,
        WorkflowOneProvider or JudgeSample or JudgeAgreement or JudgeMissed or JudgeFalseAlarms => ShareShape.Instance,
        JudgeIndependence => Independence,
        QueueSla or PaceTested or WaiverTerm => DurationShape.Instance,
        QueueApprovals or AgentDepth or AgentTools or WorkflowGoals or RunToolCalls or SessionToolCalls => IntShape.Instance,
        RunCost or SessionCost => Symbols.Points.DecisionPoints.Cost.Shape,
        SystemStream => Streams,
        _ => null,
    };
}
