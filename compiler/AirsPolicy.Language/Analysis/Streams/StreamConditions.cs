using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Analysis.Streams;

/// <summary>
/// Whether a condition can be told of an answer that still arrives: it asks bounded detectors whether they found something, without turning
/// the answer round, and everything else in it has nothing to do with the answer. Once such a condition holds it goes on holding, whatever
/// follows.
/// </summary>
internal sealed class StreamConditions(PolicyModel model)
{
    private const string Fact = "output";
    private const string Text = "text";

    private readonly WindowedDetectors _detectors = new(model.Detectors);

    /// <summary>Whether a path is that of the answer or holds it.</summary>
    public static bool IsAnswer(PathExpression path) =>
        path.Path is [Fact] || (path.Path.Count >= 2 && path.Path[0] == Fact && path.Path[1] == Text);

    /// <summary>Why a redaction needs the whole answer, or null.</summary>
    /// <param name="detectors">Takes what it looks for.</param>
    public string? WholeBecause(RedactEffectModel redaction, HashSet<string> detectors)
    {
        detectors.Add(redaction.Detector);
        return redaction.Except is { } except && Reads(except)
            ? "what it leaves out hangs on the answer itself"
            : _detectors.UnboundedBecause(redaction.Detector);
    }

    /// <summary>Why a condition needs the whole answer, or null.</summary>
    /// <param name="condition">The condition; chains of thousands of <c>or</c>s lean to the left.</param>
    /// <param name="detectors">Takes what it looks for in the answer.</param>
    public string? WholeBecause(Expression condition, HashSet<string> detectors)
    {
        var pending = new Stack<Expression>([condition]);
        while (pending.TryPop(out var part))
        {
            switch (part)
            {
                case NamedExpression named:
                    pending.Push(named.Body);
                    break;
                case LogicalExpression logical:
                    pending.Push(logical.Right);
                    pending.Push(logical.Left);
                    break;
                case DetectorExpression { Question: DetectorQuestion.Found, Argument: PathExpression argument } question
                    when IsText(argument):
                    detectors.Add(question.Detector);
                    if (_detectors.UnboundedBecause(question.Detector) is { } unbounded)
                        return unbounded;
                    break;
                case CompareExpression
                {
                    Operator: CompareOperator.Greater or CompareOperator.GreaterOrEqual,
                    Left: DetectorExpression { Question: DetectorQuestion.Score, Argument: PathExpression argument } score,
                } compare when IsText(argument) && !Reads(compare.Right):
                    detectors.Add(score.Detector);
                    if (_detectors.UnboundedBecause(score.Detector) is { } weighed)
                        return weighed;
                    break;
                default:
                    if (Reads(part))
                        return Words(part);
                    break;
            }
        }
        return null;
    }

    private static bool IsText(PathExpression path) => path.Path is [Fact, Text];

    // Whether a part has to do with the answer. What it draws from limits may hang on it too.
    private bool Reads(Expression expression) => ExpressionTree.DescendantsAndSelf(expression).Any(part => part switch
    {
        PathExpression path => path.Path[0] == Fact,
        LimitPassedExpression passed => model.Limits[passed.Limit].Draws
            .Where(draw => draw.Point == PointNames.Output)
            .SelectMany(draw => draw.Keys.Append(draw.Value).Concat(draw.Amount is null ? [] : [draw.Amount]))
            .Any(Reads),
        _ => false,
    });

    private static string Words(Expression part) =>
        part switch
        {
            NotExpression => "'not' turns round what is known of the answer so far",
            DetectorExpression { Question: DetectorQuestion.Count }
            or CompareExpression { Left: DetectorExpression { Question: DetectorQuestion.Count } } =>
                "it counts matches in the whole answer",
            CompareExpression { Left: CallExpression { Function: "length" or "size" } } => "it asks how long the whole answer is",
            _ => "it asks for more of the answer than whether a detector has found something",
        };
}
