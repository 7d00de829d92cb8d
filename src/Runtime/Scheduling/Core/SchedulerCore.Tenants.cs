namespace Gpu.Runtime.Scheduling.Core;

/// <content>
/// Shares between tenants: start-time fair queueing. Each has a count of the device time that it has used, divided by its
/// weight; whoever has used the least is next. One who was away comes back at the level of those who are being served: being
/// away saves nothing up.
/// </content>
internal sealed partial class SchedulerCore
{
    // Names that come and go must not fill the memory.
    private const int TenantsKept = 1024;

    private readonly Dictionary<string, Tenant> _tenants = new(StringComparer.Ordinal);
    private double _served;

    private Tenant Activate(string name)
    {
        if (!_tenants.TryGetValue(name, out var tenant))
        {
            if (_tenants.Count >= TenantsKept)
            {
                ForgetIdleTenants();
            }

            _tenants.Add(name, tenant = new Tenant(name, WeightOf(name), _options.Ageing));
        }

        if (tenant.Active++ == 0)
        {
            tenant.Used = Math.Max(tenant.Used, _served);
        }

        return tenant;
    }

    private double WeightOf(string name) => _options.TenantWeights.TryGetValue(name, out var weight) ? weight : 1;

    /// <summary>The tenant whose turn it is, among those who have something that may start.</summary>
    private Tenant? NextTenant()
    {
        Tenant? next = null;
        foreach (var tenant in _tenants.Values)
        {
            if ((next is null || tenant.Planned < next.Planned) && HasCandidate(tenant))
            {
                next = tenant;
            }
        }

        return next;
    }

    private static void Charge(Batch batch, long ticks)
    {
        var share = (double)ticks / TimeSpan.TicksPerSecond / batch.Items.Count;
        foreach (var item in batch.Items)
        {
            item.Tenant!.Used += share / item.Tenant.Weight;
        }
    }

    // One who owes time to the others is kept until they have caught up.
    private void ForgetIdleTenants()
    {
        foreach (var (name, tenant) in _tenants)
        {
            if (tenant.Active == 0 && tenant.Used <= _served)
            {
                _tenants.Remove(name);
            }
        }
    }
}
