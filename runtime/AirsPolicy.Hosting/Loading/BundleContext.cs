using System.Reflection;
using System.Runtime.Loader;
using AirsPolicy.Runtime.Programs;

namespace AirsPolicy.Hosting.Loading;

/// <summary>Holds the assembly of one bundle, and lets it be collected once nothing decides by it any more.</summary>
internal sealed class BundleContext() : AssemblyLoadContext("AirsPolicy bundle", isCollectible: true)
{
    private static readonly Assembly s_runtime = typeof(PolicyProgram).Assembly;

    // Code and host must mean the same contract, wherever the host's runtime was loaded.
    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name == s_runtime.GetName().Name ? s_runtime : null;
}
