using AirsPolicy.Collections;
using AirsPolicy.Text.Detectors.Search;
using AirsPolicy.Text.Literals;

namespace AirsPolicy.Text.Detectors;

/// <summary>
/// The detectors of a policy, ready to be asked: unchanging, and shared by any number of threads, each with its own
/// <see cref="DetectorScratch"/>.
/// </summary>
public sealed class DetectorSet
{
    private readonly Dictionary<string, int> _numbers;

    internal DetectorSet(CompiledDetector[] detectors, LiteralScan?[] scans, int classifiers)
    {
        Detectors = detectors;
        _numbers = Enumerable.Range(0, detectors.Length).ToDictionary(number => detectors[number].Name, StringComparer.Ordinal);
        MostItems = detectors.Length == 0 ? 0 : detectors.Max(detector => detector.Items.Count);
        Scans = scans;
        Classifiers = classifiers;
    }

    /// <summary>
    /// How many detectors there are: those given, and behind them the built-in ones that they refer to and do not redefine.
    /// </summary>
    public int Count => Detectors.Length;

    internal CompiledDetector[] Detectors { get; }

    /// <summary>The search for the literals of all items in each view, by the number of the view; null where there are none.</summary>
    internal LiteralScan?[] Scans { get; }

    /// <summary>How many classifiers of the host the detectors ask.</summary>
    internal int Classifiers { get; }

    /// <summary>The most items that one detector has.</summary>
    internal int MostItems { get; }

    /// <summary>Makes detectors ready. The number of a detector is its place among <paramref name="definitions"/>.</summary>
    /// <param name="definitions">
    /// The detectors. An item that names another means the one among these, else the built-in one; a detector that names itself means the
    /// built-in detector of its name.
    /// </param>
    /// <exception cref="ArgumentException">
    /// Two have one name, a view or a detector that one names is not known, a pattern cannot be read, or detectors refer to one another in
    /// a circle. The compiler lets none of these through.
    /// </exception>
    public static DetectorSet Compile(IEnumerable<DetectorDefinition> definitions)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        return new DetectorSetBuilder([.. definitions]).Build();
    }

    /// <summary>
    /// The classifiers of the host that detectors ask, each once, ordered by name. The number of a classifier is its place here.
    /// </summary>
    public static ValueList<string> ClassifiersOf(IEnumerable<DetectorDefinition> definitions)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        return definitions
            .SelectMany(definition => definition.Items.Concat(definition.Exceptions))
            .Where(item => item.Kind == DetectorItemKind.Classifier)
            .Select(item => item.Content)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToValueList();
    }

    /// <summary>The number of a detector, or -1.</summary>
    public int NumberOf(string name) => _numbers.GetValueOrDefault(name, -1);
}
