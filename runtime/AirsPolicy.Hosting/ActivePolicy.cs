using AirsPolicy.Hosting.Evaluating;
using AirsPolicy.Hosting.Loading;
using AirsPolicy.Runtime.State;

namespace AirsPolicy.Hosting;

/// <summary>The bundle that decides, with its scratch and zone; replaced as a whole in one step.</summary>
/// <param name="State">What it knows of the past; null where nothing of the policy has to do with it.</param>
internal sealed record ActivePolicy(LoadedBundle Bundle, EvaluationPool Pool, TimeZoneInfo Zone, PolicyState? State);
