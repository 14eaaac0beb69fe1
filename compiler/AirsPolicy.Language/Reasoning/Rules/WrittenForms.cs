using System.Collections;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Language.Reasoning.Rules;

/// <summary>All forms of a rule that somebody wrote once.</summary>
/// <param name="first">The first of them, by which it is known; rules are told apart by what they are, and not by what they say.</param>
/// <param name="forms">The forms, at least one.</param>
internal sealed class WrittenForms(RuleModel first, List<WrittenRule> forms) : IGrouping<RuleModel, WrittenRule>
{
    public RuleModel Key => first;

    public IEnumerator<WrittenRule> GetEnumerator() => forms.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
