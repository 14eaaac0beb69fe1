using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Bundles;

namespace AirsPolicy.Extensions.AI;

/// <summary>What a bundle names and an application binds.</summary>
internal static class Bindings
{
    public const string Notify = "notify", Require = "require", Retract = "retract";
    public const string Fact = "fact", Judge = "judge", Classifier = "classifier";

    /// <summary>The sentence that says what is named and not bound; null where everything is.</summary>
    /// <param name="host">The options of the host; null where nobody knows them, so that they are not looked at.</param>
    public static string? Refusal(BundleManifest manifest, ChatPolicyOptions options, PolicyHostOptions? host) =>
        Missing(manifest, options, host) is { Count: > 0 } missing
            ? $"The policy '{manifest.Package}' names what the application does not bind: {string.Join(", ", missing)}."
            : null;

    private static IReadOnlyList<string> Missing(BundleManifest manifest, ChatPolicyOptions options, PolicyHostOptions? host) =>
        [
            .. from bound in manifest.Hosts
               where bound.Kind switch
               {
                   Notify => !options.Notifications.ContainsKey(bound.Name),
                   Require => !options.Duties.ContainsKey(bound.Name),
                   Retract => options.Retract is null,
                   Fact => !options.Providers.ContainsKey(bound.Name),
                   Judge => host?.Judges.ContainsKey(bound.Name) == false,
                   Classifier => host?.Classifiers.ContainsKey(bound.Name) == false,
                   _ => false,
               }
               select $"{bound.Kind} '{bound.Name}'",
        ];
}
