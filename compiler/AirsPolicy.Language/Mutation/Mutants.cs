using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Coverage;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Language.Mutation;

/// <summary>
/// All that is changed in a policy, one thing at a time: of what is written in the files of one package, each change once.
/// </summary>
internal static class Mutants
{
    /// <summary>The mutants, in the order of files and places.</summary>
    /// <param name="model">The package, or one that puts it in force.</param>
    /// <param name="package">The package that is changed.</param>
    /// <param name="detectors">Where its detectors are declared.</param>
    public static ValueList<Mutant> Of(PolicyModel model, string package, IReadOnlyDictionary<string, SourcePlace> detectors)
    {
        var parts = new CoverableParts(model, package);
        return parts
            .Controls()
            .SelectMany(control =>
                ConditionMutants.Of(parts, control).Concat(EffectMutants.Of(parts, control)).Concat(MemberMutants.Of(model, parts, control))
            )
            .Concat(MachineMutants.Of(model, parts))
            .Concat(DetectorMutants.Of(model, detectors))
            .DistinctBy(mutant => (mutant.Place, mutant.Kind, mutant.Change))
            .OrderBy(mutant => mutant.Place.File, StringComparer.Ordinal)
            .ThenBy(mutant => mutant.Place.Start)
            .ThenBy(mutant => mutant.Kind)
            .ThenBy(mutant => mutant.Change, StringComparer.Ordinal)
            .ToValueList();
    }
}
