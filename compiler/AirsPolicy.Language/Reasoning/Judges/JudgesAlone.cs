using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Judges;
using AirsPolicy.Runtime.Facts;

namespace AirsPolicy.Language.Reasoning.Judges;

/// <summary>A policy of which nothing is asked but its judges: what follows from their answers hangs on no other control.</summary>
internal sealed class JudgesAlone
{
    private readonly HashSet<(string Control, string Fact, string Member)> _reads;

    public JudgesAlone(PolicyModel model)
    {
        var controls = model.Judges.Select(judge => judge.Control).ToHashSet(StringComparer.Ordinal);
        Model = model with
        {
            Controls = [.. model.Controls.Where(control => controls.Contains(control.Id))],
            Charts = [],
            Breakers = [],
            Limits = [],
        };
        _reads =
        [
            .. from control in model.Controls
               from rule in control.Placements.SelectMany(placement => placement.Rules)
               from path in ExpressionTree.All(rule).OfType<PathExpression>()
               where path.Path.Count > 1 && JudgeFact.IsAnswer(path.Path[0])
               select (control.Id, path.Path[0], path.Path[1]),
        ];
    }

    public PolicyModel Model { get; }

    /// <summary>What decides as if one judge were the only one.</summary>
    public PolicyInterpreter InterpreterOf(JudgeModel judge) =>
        new(Model with { Controls = [.. Model.Controls.Where(control => control.Id == judge.Control)], Judges = [judge] });

    /// <summary>Whether rules of another read a member of what a judge answers, so that what follows from it is for them to say.</summary>
    public bool IsReadElsewhere(JudgeModel judge, string member)
    {
        var fact = JudgeFact.Answer(judge.Name);
        return _reads.Any(read => read.Fact == fact && read.Member == member && read.Control != judge.Control);
    }
}
