using AirsPolicy.Text.Detectors;
using static AirsPolicy.Text.Tests.Detectors.DetectorFixture;

namespace AirsPolicy.Text.Tests.Detectors;

public sealed class BuiltinMemoryTests
{
    [Fact]
    public void Asking_every_built_in_detector_allocates_nothing_once_the_scratch_has_grown()
    {
        var texts = DetectorCases
            .Names.OfType<string>()
            .Select(name => string.Join('\n', DetectorCases.Marked(name).Select(DetectorCases.Unmark)))
            .ToArray();
        var set = DetectorSet.Compile([Detector(Other("pii.any"), Other("secret.any"))]);
        var scratch = new DetectorScratch(set);
        var found = 0;
        Assert.Equal(0, Allocated.Least(() =>
        {
            foreach (var text in texts)
                found += scratch.Ask(0, text).Count;
            scratch.Clear();
        }));
        Assert.True(found > 0);
    }
}
