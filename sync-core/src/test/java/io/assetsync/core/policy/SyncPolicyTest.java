package io.assetsync.core.policy;

import io.assetsync.core.contract.SyncPolicyContract;

final class SyncPolicyTest implements SyncPolicyContract {

  @Override
  public SyncPolicy policy() {
    return SyncPolicy.guardedBy(Guards.standard(PolicyLimits.DEFAULT));
  }
}
