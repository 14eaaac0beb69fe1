namespace AirsPolicy.Text.Detectors.Builtin.Secrets;

/// <summary>Credentials whose form is a standard of many issuers.</summary>
internal static class GeneralCredentials
{
    public static CredentialKind[] All { get; } =
    [
        new("secret.jwt", "JSON Web Tokens", "RFC 7519, sections 3 and 6; RFC 7515, section 7.1",
            "eyJ[A-Za-z0-9_-]{10,2000}.eyJ[A-Za-z0-9_-]{10,4000}.[A-Za-z0-9_-]{0,1400}", "ZXlK[A-Za-z0-9+/]{80,4000}[=]{0,2}"),
    ];
}
