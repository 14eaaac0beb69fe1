using AirsPolicy.Benchmarks.Policies;
using AirsPolicy.Text.Detectors;

namespace AirsPolicy.Benchmarks.Texts;

/// <summary>The input pack of <c>airs.detect</c>, learned model included, and a message of the kind that most messages are.</summary>
internal static class InputPack
{
    /// <summary>The detector that joins all parts of the pack.</summary>
    public const string Name = "airs.detect.input_pack";

    /// <summary>What somebody asks an assistant, 1,024 characters in which the pack finds nothing.</summary>
    public static string Message { get; } =
        string.Concat(
            "Hi there, I hope you can help me plan a long weekend for my parents. They are both in their sixties and would like to see " +
            "the coast, but my father ",
            "had knee surgery in March, so steep paths and long stairs are out. We thought about taking the train on Friday morning and " +
            "renting a small car once ",
            "we arrive. Could you suggest two or three towns that are quiet in early October, where the hotels still serve breakfast " +
            "and the museums are open on ",
            "Sundays? My mother loves gardens and old churches; my father would rather sit in a café and read the paper. Our budget is " +
            "about 900 euros for ",
            "everything, including meals, and it's fine if one of the evenings is a bit more special. Last year we tried to book " +
            "everything ourselves and ended ",
            "up with a room above a noisy bar, so please tell me what I should look at before I choose a place. If you know how the " +
            "weather usually is at that ",
            "time, add a short note about it. A simple list for each day, with how long we need from one place to the next, would be " +
            "great. Thanks a lot, Anna!"
        );

    /// <summary>The pack alone.</summary>
    public static DetectorSet Detectors() => DetectorSet.Compile(Policy.Model(
        """
        policy measured
        use airs.detect
        system measured { owner "the benchmarks" }
        control texts {
          at input
          when input_pack.found(text) then flag
        }
        """).Detectors);
}
