package dev.postwire.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class BrokerIT {
    @Test
    void keepsAddressAndTopicsOverAKillAndForgetsTopicsWhenTold() throws Exception {
        Broker broker = Broker.shared();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("kept", 2, (short) 1)))
                    .all()
                    .get();

            broker.kill();
            broker.start();

            assertEquals(Broker.shared().bootstrapServers(), broker.bootstrapServers());
            assertEquals(Set.of("kept"), admin.listTopics().names().get());
            broker.deleteTopics();
            assertEquals(Set.of(), admin.listTopics().names().get());
        }
    }
}
