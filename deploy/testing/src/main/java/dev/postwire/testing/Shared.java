package dev.postwire.testing;

import java.lang.management.ManagementFactory;
import java.util.function.Supplier;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/** One part per JVM, whichever class loader asks: the first that asks starts it. */
final class Shared {
    private Shared() {}

    static SharedPart part(String name, Supplier<SharedPart> starter) {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        synchronized (server) { // a lock that all class loaders share
            try {
                ObjectName id = new ObjectName("dev.postwire.testing", "part", name);
                if (!server.isRegistered(id)) {
                    server.registerMBean(new StandardMBean(starter.get(), SharedPart.class), id);
                }
                return JMX.newMBeanProxy(server, id, SharedPart.class);
            } catch (JMException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
