using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Patterns.Matching;

namespace AirsPolicy.Text.Tests.Patterns;

/// <summary>
/// All matches by simulation alone, character by character: what automata are held to on texts too long for the definition.
/// </summary>
internal static class SimulatedMatches
{
    public static TextSpan[] Find(Pattern pattern, string text) => Find(pattern, text, new Simulation());

    public static TextSpan[] Find(Pattern pattern, string text, Simulation simulation)
    {
        var found = new List<TextSpan>();
        simulation.Start(pattern.Program, 0, ThreadStep.NoCharacter);
        for (var index = 0; index < text.Length;) index = simulation.Read(text, index, last: true);
        simulation.End();
        while (simulation.HasFinal) found.Add(simulation.TakeFinal());
        return [.. found];
    }
}
