using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Runtime.Programs;

/// <summary>
/// What follows where facts are missing. Emitted code takes what a rule requires for granted, so that a decision on whole facts asks for
/// nothing twice. On others it runs all the same, with something harmless in the place of what is missing, and what the rules that read it
/// came to is put aside for their failure. The other rules never see what was put there.
/// </summary>
internal static class MissingFacts
{
    /// <summary>
    /// The rules that lack a fact, each with the failure that names the least of those by name, and what their providers say.
    /// </summary>
    /// <param name="rules">The rules that stand at the point, by number.</param>
    public static List<FailedRule> Find(IEnumerable<int> rules, ProgramTables tables, FactFrame facts)
    {
        var lacking = new List<FailedRule>();
        foreach (var rule in rules)
        {
            var missing = tables
                .Rules[rule]
                .Required.Select(number => tables.Required[number])
                .Where(fact => IsMissing(fact, facts))
                .ToList();
            if (missing.Count == 0)
                continue;
            var failure = new Failure(FailureKind.MissingFact, $"The fact '{missing[0].Path}' is missing.");
            lacking.Add(
                new FailedRule(
                    rule,
                    failure,
                    missing.SelectMany(fact => fact.OnError).ToValueList(),
                    missing.TrueForAll(fact => ClassifierFact.ClassifierOf(fact.Path) is not null)));
        }
        return lacking;
    }

    /// <summary>Puts something harmless in the place of every missing fact that a rule reads; the slots stay absent.</summary>
    public static void Fill(IEnumerable<FailedRule> lacking, ProgramTables tables, FactFrame facts)
    {
        foreach (var required in lacking.SelectMany(failed => tables.Rules[failed.Rule].Required).Distinct())
        {
            var fact = tables.Required[required];
            foreach (var slot in fact.Slots)
            {
                if (!facts.Has(slot))
                    facts.Fill(slot, fact.Json && slot == fact.Slots[^1] ? facts.AddValue("null") : 0);
            }
        }
    }

    public static bool IsMissing(RequiredFact fact, FactFrame facts)
    {
        foreach (var slot in fact.Slots)
        {
            if (!facts.Has(slot))
                return true;
        }
        return false;
    }
}
