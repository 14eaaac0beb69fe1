using AirsPolicy.Compiler.Planning.Nodes;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Programs;
using static AirsPolicy.Compiler.Planning.Expressions.ExpressionPlanner;

namespace AirsPolicy.Compiler.Planning.Expressions;

/// <summary>Lowers what is asked of a detector: of one text by its handle, of lists and records by their shape and slot.</summary>
internal static class DetectorPlanner
{
    public static PlanExpression Plan(DetectorExpression detector, ExpressionPlanner planner, ProgramParts parts)
    {
        var number = parts.Detector(detector.Detector);
        var argument = planner.ShapeOf(detector.Argument);
        var value = detector.Classified.Aggregate(
            planner.Plan(detector.Argument),
            (text, said) => Call(s_classified, parts.Classifier(((PathExpression)said).Path[0]), planner.Plan(said), text));
        if (ValueKinds.IsText(argument))
            return Call(OfText(detector.Question), number, value);
        var shape = parts.Shape(ValueKinds.Bare(argument));
        return Call(OfTexts(detector.Question), number, shape, planner.SlotOf(detector.Argument), value);
    }

    private static readonly RuntimeMember s_classified = new(Receiver.Evaluation, nameof(Evaluation.Classified), PlanType.Long);

    private static RuntimeMember OfText(DetectorQuestion question) => question switch
    {
        DetectorQuestion.Found => Failing(nameof(Evaluation.Found), PlanType.Bool),
        DetectorQuestion.Score => Failing(nameof(Evaluation.Score), PlanType.Long),
        DetectorQuestion.Count => Failing(nameof(Evaluation.Matched), PlanType.Long),
        _ => Failing(nameof(Evaluation.Spans), PlanType.Long) with { WorksOut = true },
    };

    private static RuntimeMember OfTexts(DetectorQuestion question) => question switch
    {
        DetectorQuestion.Found => Failing(nameof(Evaluation.FoundIn), PlanType.Bool),
        DetectorQuestion.Score => Failing(nameof(Evaluation.ScoreIn), PlanType.Long),
        _ => Failing(nameof(Evaluation.MatchedIn), PlanType.Long),
    };

    private static RuntimeMember Failing(string name, PlanType type) => new(Receiver.Evaluation, name, type, CanFail: true);
}
