using AirsPolicy.Text.Detectors.Builtin.Secrets;

namespace AirsPolicy.Text.Detectors.Builtin;

/// <summary>The detectors of credentials.</summary>
internal static class SecretCredentials
{
    /// <summary>The tables of kinds, a file for the issuers of one field.</summary>
    public static CredentialKind[] Kinds { get; } =
    [
        .. ArtificialIntelligenceCredentials.All,
        .. CloudCredentials.All,
        .. CommerceCredentials.All,
        .. DevelopmentCredentials.All,
        .. GeneralCredentials.All,
        .. MessagingCredentials.All,
        .. ObservabilityCredentials.All,
        .. PackageRegistryCredentials.All,
    ];

    public static BuiltinDetector[] All { get; } =
    [
        .. Kinds.Select(kind => kind.ToDetector()),
        BuiltinDetector.Of<AssignedSecret>(),
        BuiltinDetector.Of<AuthorizationHeader>(),
        BuiltinDetector.Of<CommandLinePassword>(),
        BuiltinDetector.Of<ConnectionString>(),
        BuiltinDetector.Of<KubernetesSecret>(),
        BuiltinDetector.Of<PrivateKey>(),
    ];
}
