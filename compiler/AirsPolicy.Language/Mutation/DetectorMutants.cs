using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Text.Detectors;

namespace AirsPolicy.Language.Mutation;

/// <summary>The package's own detectors without one of their items, exceptions or views.</summary>
internal static class DetectorMutants
{
    // What a detector looks at that names no view: there is nothing to leave out.
    private static readonly string[] s_usual = ["plain", "folded"];

    public static IEnumerable<Mutant> Of(PolicyModel model, IReadOnlyDictionary<string, SourcePlace> places)
    {
        foreach (var detector in model.Detectors)
        {
            if (!places.TryGetValue(detector.Name, out var place))
                continue;
            if (detector.Items.Count > 1)
            {
                foreach (var item in detector.Items)
                    yield return Without(
                        model,
                        detector,
                        place,
                        $"does not look for {Text(item)}",
                        same => same with { Items = same.Items.Where(each => each != item).ToValueList() });
            }
            foreach (var item in detector.Exceptions)
                yield return Without(
                    model,
                    detector,
                    place,
                    $"does not except {Text(item)}",
                    same => same with { Exceptions = same.Exceptions.Where(each => each != item).ToValueList() });
            if (detector.Views.Count > 1 && !detector.Views.SequenceEqual(s_usual))
            {
                foreach (var view in detector.Views)
                    yield return Without(
                        model,
                        detector,
                        place,
                        $"does not look at the view '{view}'",
                        same => same with { Views = same.Views.Where(each => each != view).ToValueList() });
            }
        }
    }

    private static Mutant Without(
        PolicyModel model,
        DetectorDefinition detector,
        SourcePlace place,
        string change,
        Func<DetectorDefinition, DetectorDefinition> make) =>
        new(MutantKind.Dropped, detector.Name, place, change)
        {
            Detectors = Dependent(model, detector.Name),
            Make = policy =>
                policy with
                {
                    Detectors = policy.Detectors.Select(each => each.Name == detector.Name ? make(each) : each).ToValueList(),
                },
        };

    // Those that take the detector, and those that take these.
    private static HashSet<string> Dependent(PolicyModel model, string name)
    {
        var dependent = new HashSet<string>(StringComparer.Ordinal) { name };
        int before;
        do
        {
            before = dependent.Count;
            foreach (
                var detector in model.Detectors.Where(each =>
                    each.Items.Concat(each.Exceptions)
                        .Any(item => item.Kind == DetectorItemKind.Detector && dependent.Contains(item.Content))))
                dependent.Add(detector.Name);
        }
        while (dependent.Count > before);
        return dependent;
    }

    private static string Text(DetectorItem item) => item.Kind switch
    {
        DetectorItemKind.Term => $"\"{item.Content}\"",
        DetectorItemKind.Pattern => $"/{item.Content}/{(item.IgnoreCase ? "i" : "")}",
        _ => $"'{item.Content}'",
    };
}
