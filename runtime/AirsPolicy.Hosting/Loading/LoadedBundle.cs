using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using AirsPolicy.Hosting.Evaluating;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Programs;

namespace AirsPolicy.Hosting.Loading;

/// <summary>A bundle that is in the process and ready to decide. Unchanging; for any number of threads.</summary>
public sealed class LoadedBundle
{
    private readonly AssemblyLoadContext? _context;

    /// <param name="manifest">What the bundle says of itself.</param>
    /// <param name="policy">Its code and tables.</param>
    /// <param name="context">What is unloaded when nothing decides by it any more; null for a program that is part of the process.</param>
    internal LoadedBundle(BundleManifest manifest, CompiledPolicy policy, AssemblyLoadContext? context)
    {
        Manifest = manifest;
        Policy = policy;
        _context = context;
        Layouts = [.. policy.Tables.Points.Select(point => CompiledLayout.Of(point.Layout))];
        HostSlots = [.. policy.Tables.Points.Select(point => new HostFacts(point.Layout))];
    }

    /// <summary>What the bundle says of itself.</summary>
    public BundleManifest Manifest { get; }

    /// <summary>Its code and tables.</summary>
    public CompiledPolicy Policy { get; }

    internal CompiledLayout[] Layouts { get; }

    internal HostFacts[] HostSlots { get; }

    internal EvaluationPool NewPool(FactLimits? limits) => new(Policy, limits);

    /// <summary>
    /// Compiles its code, so that no decision waits for that. Worth its time where another bundle decides meanwhile.
    /// </summary>
    /// <exception cref="InvalidDataException">It cannot be compiled.</exception>
    internal void Prepare()
    {
        // A condition of its own: the trimmer sees no guard within a longer one where code is not optimised.
        if (!CodeLoading.IsSupported)
            return;
        if (_context is not null)
            Compile(Policy.Program.GetType().Assembly);
    }

    /// <summary>Lets the assembly go; it is collected once the last evaluation by it has ended.</summary>
    internal void Unload() => _context?.Unload();

    [RequiresUnreferencedCode(CodeLoading.Reason)]
    private static void Compile(Assembly assembly)
    {
        const BindingFlags Own =
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        try
        {
            foreach (var method in assembly.GetTypes().SelectMany(type => type.GetMethods(Own)))
            {
                if (!method.IsAbstract && !method.ContainsGenericParameters)
                    RuntimeHelpers.PrepareMethod(method.MethodHandle);
            }
        }
        // What the compiler of the process throws says that the program is not one of ours.
        catch (Exception fault)
        {
            throw new InvalidDataException($"The program of the bundle cannot be compiled: {fault.Message}", fault);
        }
    }
}
