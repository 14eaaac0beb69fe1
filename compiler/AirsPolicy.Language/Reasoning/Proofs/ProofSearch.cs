using AirsPolicy.Language.Evaluation.Explanations;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Reasoning.Formulas;
using AirsPolicy.Language.Reasoning.Solving;

namespace AirsPolicy.Language.Reasoning.Proofs;

/// <summary>
/// Decides properties. A property holds where no request can meet its condition while every rule that would bring the outcome about is
/// evaluated and does not match; it does not where the interpreter decides a request otherwise. What is neither is not decided, and says on
/// what it hangs.
/// </summary>
internal sealed class ProofSearch(PolicyModel model)
{
    private const int MaxChoices = 20_000;

    private readonly SourceTexts _texts = new(model.Sources);

    public ProofResult Decide(ProofModel proof)
    {
        string? reason = null;
        foreach (var place in proof.Places)
        {
            foreach (var tool in Tools(place))
            {
                var (answer, obligation, solver) = Ask(proof, place, tool);
                if (answer.IsImpossible)
                    continue;
                if (new CounterExampleSearch(model, proof, place, tool).Find(obligation, solver, answer.Model) is { } example)
                    return new ProofResult(proof, ProofVerdict.Refuted, Example: example);
                reason ??=
                    answer.Kind == AnswerKind.Undecided ? "there are more cases than are looked at" : Reason(obligation, answer.Model!);
            }
        }
        return reason is null ? new ProofResult(proof, ProofVerdict.Proved) : new ProofResult(proof, ProofVerdict.NotDecided, reason);
    }

    private (Answer Answer, Obligation Obligation, Solver Solver) Ask(ProofModel proof, ProvenPlace place, ToolModel? tool)
    {
        var builder = new FormulaBuilder(model, isSettled: true);
        var obligation = new Obligation(model, builder, proof, place, tool);
        var solver = new Solver(builder, MaxChoices);
        return (solver.Ask(obligation.Formulas), obligation, solver);
    }

    private IEnumerable<ToolModel?> Tools(ProvenPlace place)
    {
        if (model.Layouts.First(layout => layout.Point == place.Point).Tools.Count == 0)
            return [null];
        return model.Tools.Where(tool => place.Tools.Count == 0 || place.Tools.Contains(tool.Name));
    }

    // What stands in the way: a rule that does less where it fails, or else what the theory takes for anything.
    private string Reason(Obligation obligation, Assignment taken)
    {
        if (obligation.Weaker.Count > 0)
        {
            var (control, rule) = obligation.Weaker[0];
            return $"'{Line(rule.Place)}' of '{control.Id}' would do, and its 'on error' does less";
        }
        var opaque = obligation
            .Opaque(taken)
            .Select(atom => Line(atom.Source.Place))
            .Where(text => text.Length > 0)
            .Distinct()
            .Take(2)
            .ToList();
        return opaque.Count == 0
            ? "no request was found that shows it either"
            : $"it hangs on {string.Join(" and ", opaque.Select(text => $"'{text}'"))}, of which nothing more is known than that it is true or false";
    }

    private string Line(SourcePlace place)
    {
        var text = string.Join(' ', _texts.At(place).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= 80 ? text : text[..80] + "…";
    }
}
