using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Language.Reasoning.Judges;

/// <summary>A policy of which nothing is asked but its judges: what follows from their answers hangs on no other control.</summary>
internal sealed class JudgesAlone
{
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
        Interpreter = new PolicyInterpreter(Model);
    }

    public PolicyModel Model { get; }

    public PolicyInterpreter Interpreter { get; }
}
