using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Hosting;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Benchmarks.Policies;

/// <summary>Hosts with a policy in them.</summary>
internal static class Hosts
{
    public static PolicyHost Of(PolicyModel model) => Of(BundleBuilder.Build(model));

    public static PolicyHost Of(byte[] bundle)
    {
        var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true });
        var activated = host.Load(bundle);
        return activated.Activated ? host : throw new InvalidOperationException(activated.Reason);
    }
}
