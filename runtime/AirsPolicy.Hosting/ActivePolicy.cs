using AirsPolicy.Hosting.Evaluating;
using AirsPolicy.Hosting.Loading;

namespace AirsPolicy.Hosting;

/// <summary>The bundle that decides, with its scratch and zone; replaced as a whole in one step.</summary>
internal sealed record ActivePolicy(LoadedBundle Bundle, EvaluationPool Pool, TimeZoneInfo Zone);
