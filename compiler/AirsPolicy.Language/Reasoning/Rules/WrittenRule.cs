using AirsPolicy.Language.Evaluation.Coverage;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Language.Reasoning.Rules;

/// <summary>A rule as somebody wrote it in the package's own files, at one of the points where it stands.</summary>
/// <param name="Control">The control, or the rules of a tool or agent.</param>
/// <param name="Placement">Where it stands.</param>
/// <param name="Rule">The rule as it is bound there.</param>
internal sealed record WrittenRule(ControlModel Control, PlacementModel Placement, RuleModel Rule)
{
    /// <summary>The rules of the package's own files, each with its forms at all points where it stands.</summary>
    public static IEnumerable<IGrouping<RuleModel, WrittenRule>> Of(PolicyModel model)
    {
        var parts = new CoverableParts(model, model.Name);
        foreach (var control in model.Controls)
        {
            if (!parts.IsOwn(control.Place))
                continue;
            foreach (var written in parts.Rules(control))
            {
                var forms = new List<WrittenRule>();
                foreach (var placement in control.Placements)
                {
                    foreach (var rule in placement.Rules)
                    {
                        if (rule.Ordinal == written.Key)
                            forms.Add(new WrittenRule(control, placement, rule));
                    }
                }
                yield return new WrittenForms(written.First(), forms);
            }
        }
    }
}
