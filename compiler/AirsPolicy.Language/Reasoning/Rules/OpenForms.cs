using AirsPolicy.Language.Model;

namespace AirsPolicy.Language.Reasoning.Rules;

/// <summary>The forms of the conditions of a policy's rules, each made once.</summary>
/// <param name="model">The policy.</param>
internal sealed class OpenForms(PolicyModel model)
{
    private readonly OpenConditions _open = new(model);
    private readonly OpenKeys _keys = new();
    private readonly Dictionary<RuleModel, OpenForm?> _forms = new(ReferenceEqualityComparer.Instance);

    /// <summary>The form of the condition of a rule; null where there is none or it is not open.</summary>
    public OpenForm? Of(RuleModel rule)
    {
        if (!_forms.TryGetValue(rule, out var form))
            _forms.Add(rule, form = rule.Condition is null ? null : OpenForm.Of(rule.Condition, _open, _keys));
        return form;
    }
}
