namespace AirsPolicy.Conformance.Tests.Packaging;

/// <summary>What this machine needs to compile an application to native code.</summary>
internal static class NativeToolchain
{
    /// <summary>Where NuGet keeps the packages of this machine.</summary>
    public static string Packages { get; } = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>What is not there, or null.</summary>
    public static string? Missing() =>
        !OperatingSystem.IsLinux() ? "The test knows the linker of Linux alone."
        : !OnPath("clang") ? "There is no clang on this machine, which links native code."
        : !Directory.Exists(Path.Combine(Packages, "microsoft.dotnet.ilcompiler"))
            ? "The native compiler is no package of this machine yet; publish any application with PublishAot once."
        : null;

    private static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)));
}
